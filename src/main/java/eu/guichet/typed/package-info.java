/**
 * What people type, paste and scan, as it was meant: the signs that nobody sees taken out, look-alikes made one, dates in the
 * notations of the offices' languages. Every field, query and imported cell is read through it. It knows no room.
 */
package eu.guichet.typed;
