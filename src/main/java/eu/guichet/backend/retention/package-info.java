/**
 * Removes rows that have served their time: keys, reports, codes, messages, contacts, verifications. Knows the store and the
 * settings alone; histories and the audit trail are never touched.
 */
package eu.guichet.backend.retention;
