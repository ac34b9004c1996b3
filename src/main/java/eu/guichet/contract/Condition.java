package eu.guichet.contract;

/** How an enrolment stands at one glance: each has its own colour, shape and word on the screen. */
public enum Condition {
    /** Nothing is left to do. */
    DONE,
    /** The pensioner has to do the next step. */
    WAITS_FOR_PENSIONER,
    /** The pension office has to do the next step. */
    WAITS_FOR_US,
    /** A message, the post or DIGIT is expected to bring the next step; nobody here has to do anything. */
    UNDER_WAY,
    /** What was expected has not come in time, or was left until it was no longer valid. */
    OVERDUE,
    /** Something did not succeed and will not by itself. */
    FAILED
}
