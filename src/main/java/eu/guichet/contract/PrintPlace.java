package eu.guichet.contract;

/** Where a letter is to be printed. */
public enum PrintPlace {
    /** At the desk of the agent who generates it. */
    DESK,
    /** By the letter desk of the office. */
    LETTER_DESK
}
