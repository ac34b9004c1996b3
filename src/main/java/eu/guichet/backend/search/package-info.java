/**
 * Finds people from what was heard on the phone: names with accents, prefixes and one typing error, numbers in any
 * notation. Answers identifiers only, best first; who may see what of them is decided elsewhere.
 */
package eu.guichet.backend.search;
