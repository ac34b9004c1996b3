package eu.guichet.contract;

/** Why the letter before is to be replaced. Kept in the history and counted in the figures. */
public enum LetterCause {
    /** Received, and not found any more. */
    LOST,
    /** Posted, and never seen by her. */
    NEVER_ARRIVED,
    /** The post brought it back. */
    RETURNED,
    /** Received, and the code cannot be read. */
    DAMAGED
}
