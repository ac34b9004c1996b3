package eu.guichet.contract;

/** The message prepared for DIGIT; the agent sends it from the office's own mail program. */
public record HandoverDraft(String to, String subject, String body) {}
