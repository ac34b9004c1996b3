/**
 * What travels between the desktop and the backend: records and enums, one noun a file, and the problem types. No I/O, no
 * JavaFX and no rule lives here. Every instant is UTC on the wire (ISO 8601); a date without a time is local to the place
 * its documentation names.
 */
package eu.guichet.contract;
