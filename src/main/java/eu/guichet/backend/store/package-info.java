/**
 * What is remembered, and the only SQL beside the search's: people, their events, messages, letters, code hashes,
 * verifications, the audit trail. The same statements run on SQLite and PostgreSQL. No rule of the field lives here; what
 * belongs together is written in one {@link eu.guichet.backend.store.Database#write transaction}.
 */
package eu.guichet.backend.store;
