package eu.guichet.contract;

/** The lists of the letter desk. */
public enum LetterDeskStage {
    /** Generated for the letter desk, or claimed by somebody who has neither confirmed nor reported a failure in time. */
    TO_PRINT,
    /** On paper, and not posted yet. */
    TO_POST,
    /** Posted; the post may still bring it. */
    ON_THE_WAY,
    /** Posted longer ago than the post holds a registered letter, and neither a receipt nor a return is known. */
    OVERDUE,
    /** Brought back by the post, and no later letter was generated. */
    RETURNED
}
