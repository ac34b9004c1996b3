/**
 * The acts of the desk. Each asks the process what is open and is one transaction: event, audit row and outbox or
 * idempotency row are kept together or not at all. No HTTP, no sentence for people and no SQL lives here.
 */
package eu.guichet.backend.desk;
