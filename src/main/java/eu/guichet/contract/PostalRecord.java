package eu.guichet.contract;

/** What can be recorded of a letter's way with the post, and taken back when it was recorded wrongly. */
public enum PostalRecord {
    POSTED,
    RECEIVED,
    RETURNED
}
