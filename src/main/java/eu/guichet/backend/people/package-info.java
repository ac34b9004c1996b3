/**
 * Where people come from: the institution's file, or a simulated world for training and tests. Both write in bulk through
 * the store; neither decides anything about an enrolment.
 */
package eu.guichet.backend.people;
