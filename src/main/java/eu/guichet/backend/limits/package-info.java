/** How much one agent may ask for in an hour. */
package eu.guichet.backend.limits;
