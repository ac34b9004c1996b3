package eu.guichet.backend.store;

/** The store went away while a transaction was being committed: it was done as a whole, or not at all, and which is not known. */
public final class OutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutcomeUnknownException(Throwable cause) {
        super("the store went away while a transaction was being committed", cause);
    }
}
