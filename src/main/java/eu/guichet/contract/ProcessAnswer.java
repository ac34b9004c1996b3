package eu.guichet.contract;

/** What became of a reported event. */
public enum ProcessAnswer {
    RECORDED,
    /** The same event had been reported before; nothing changed. A code reported again is answered as the first time. */
    ALREADY_KNOWN,
    /** A code was compared and accepted. */
    CODE_ACCEPTED,
    /** A code was compared and refused; the try counts. */
    CODE_REFUSED
}
