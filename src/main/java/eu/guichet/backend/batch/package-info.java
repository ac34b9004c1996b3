/**
 * Goes on with batches of letters: which node does it is leased, and what one letter of a batch needs, the desk decides. How a
 * letter is made is not known here.
 */
package eu.guichet.backend.batch;
