/**
 * The sealed letter: one page that carries the confirmation code to the pensioner, as PDF/A made in memory. Nothing is
 * kept here, nothing is written to a disk, and the code leaves this room in the document's bytes only.
 */
package eu.guichet.backend.letter;
