package eu.guichet.contract;

/** How a batch stands as a whole. */
public enum BatchState {
    RUNNING,
    /** Each of its letters is printed or left out. */
    ENDED,
    /** Somebody has ended it between two letters; what was printed before stays printed. */
    CANCELLED
}
