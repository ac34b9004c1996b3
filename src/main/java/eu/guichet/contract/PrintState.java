package eu.guichet.contract;

/** How far the print job of a letter has come on the office's printer. */
public enum PrintState {
    /** Not handed to the printer yet. */
    QUEUED,
    /** Being handed over: whether the printer has it is not known yet. */
    SENDING,
    /** The printer has it. */
    PRINTING,
    /** The printer keeps it until somebody releases it there. */
    HELD,
    /** The printer has it and cannot go on; {@link PrintTrouble} says why. */
    STOPPED,
    /** It came out. */
    PRINTED,
    /** It did not, or nobody knows whether it did; a sheet that came out all the same is not valid. */
    FAILED,
    /** Somebody at the desk did not want it any more. */
    CANCELLED;

    /** Whether nothing more becomes of it. */
    public boolean over() {
        return switch (this) {
            case QUEUED, SENDING, PRINTING, HELD, STOPPED -> false;
            case PRINTED, FAILED, CANCELLED -> true;
        };
    }
}
