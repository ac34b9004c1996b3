/**
 * The simulated pensioners' side of training: their mailbox, phone and letterbox, and the steps they can take. Steps are
 * reported through the same act as EU Login's, so that training and use differ in nothing else. Plain codes are in this
 * package's memory alone and leave it as dots.
 */
package eu.guichet.backend.training;
