package eu.guichet.contract;

/** What is disturbed. */
public enum NoticeTopic {
    SMS,
    EMAIL,
    POST,
    /** A step of the manual. */
    STEP
}
