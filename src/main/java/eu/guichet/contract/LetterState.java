package eu.guichet.contract;

/** What became of one letter. {@link #outstanding} tells which can still be redeemed. */
public enum LetterState {
    /** Ordered, and not on paper yet. */
    GENERATED,
    /** On paper, and not posted yet. */
    PRINTED,
    POSTED,
    RECEIVED,
    /** Its code was entered in RCAM online and accepted. */
    REDEEMED,
    /** Given up; {@link VoidReason} says why. */
    VOIDED,
    RETURNED,
    SUPERSEDED,
    EXPIRED,
    /** Too many wrong codes were entered. */
    LOCKED;

    /** Whether the letter's code can still be redeemed. */
    public boolean outstanding() {
        return switch (this) {
            case GENERATED, PRINTED, POSTED, RECEIVED -> true;
            case REDEEMED, VOIDED, RETURNED, SUPERSEDED, EXPIRED, LOCKED -> false;
        };
    }
}
