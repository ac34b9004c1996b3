/**
 * How addresses of the world are written: which lines in which order, and what a postcode is made of. Data of others, with their
 * sources beside them; it knows no person.
 */
package eu.guichet.backend.address;
