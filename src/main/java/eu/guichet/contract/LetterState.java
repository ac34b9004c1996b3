package eu.guichet.contract;

/** What became of one letter. Only {@link #GENERATED}, {@link #POSTED} and {@link #RECEIVED} letters are outstanding. */
public enum LetterState {
    GENERATED,
    POSTED,
    RECEIVED,
    /** Its code was entered in RCAM online and accepted. */
    REDEEMED,
    RETURNED,
    SUPERSEDED,
    EXPIRED,
    /** Too many wrong codes were entered. */
    LOCKED;

    /** Whether the letter's code can still be redeemed. */
    public boolean outstanding() {
        return switch (this) {
            case GENERATED, POSTED, RECEIVED -> true;
            case REDEEMED, RETURNED, SUPERSEDED, EXPIRED, LOCKED -> false;
        };
    }
}
