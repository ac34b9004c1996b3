package eu.guichet.contract;

/** Whose turn it is at a step. */
public enum Turn {
    PENSIONER,
    /** The pension office: ours. */
    PMO,
    /** The Commission's central helpdesk, which owns steps 3 to 5. */
    DIGIT,
    POST,
    /** The enrolment is complete: nothing is left to do. */
    NOBODY
}
