/**
 * The reference backend: this package puts its rooms together, starts them in order and closes them in the reverse order.
 * No rule, no SQL and no HTTP lives here.
 */
package eu.guichet.backend;
