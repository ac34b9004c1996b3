/**
 * Who calls, with which role and from which office; what each role may do, and how much of what is on file may be shown.
 * It knows the contract only: no HTTP, no store.
 */
package eu.guichet.backend.access;
