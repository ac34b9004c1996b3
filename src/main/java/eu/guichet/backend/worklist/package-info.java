/**
 * What an office's people have before them: lists of those about whom something is to be done, and how many they are. It reads
 * what is kept beside the status rows; who stands where is decided in the process and written by the journal of enrolments.
 */
package eu.guichet.backend.worklist;
