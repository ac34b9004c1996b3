package eu.guichet.contract;

/**
 * The message prepared for DIGIT; the agent sends it from the office's own mail program.
 *
 * @param helpdesk when DIGIT answers
 */
public record HandoverDraft(String to, String subject, String body, Office.Desk helpdesk) {}
