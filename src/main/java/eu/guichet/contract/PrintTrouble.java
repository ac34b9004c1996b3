package eu.guichet.contract;

/** Why a print job waits or has failed. */
public enum PrintTrouble {
    /** No printer is set up for the office. */
    NO_PRINTER,
    /** The printer does not answer. */
    PRINTER_AWAY,
    /** The printer answers, and takes no jobs now. */
    PRINTER_BUSY,
    PAPER_OUT,
    PAPER_JAM,
    /** Toner or ink is used up. */
    SUPPLIES_OUT,
    COVER_OPEN,
    /** The printer has stopped for another reason. */
    ATTENTION,
    /** The printer does not take such a job, or does not let the backend in. */
    REFUSED,
    /** The printer gave it up. */
    ABORTED,
    /** Somebody cancelled it at the printer. */
    CANCELLED_THERE,
    /** It was handed over, and the printer knows nothing of it. */
    UNKNOWN,
    /** The printer did not come back in time. */
    WAITED_TOO_LONG,
    /** Nothing is printed for this person now: the address is in doubt, or the person has died. */
    NOT_POSTABLE
}
