/**
 * What a supervisor and an auditor look at: the audit trail by person, agent and day, and the verifications that are locked.
 * The auditor changes nothing here; what the backend refuses is not offered.
 */
package eu.guichet.desktop.oversight;
