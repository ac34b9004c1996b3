package eu.guichet.backend.delivery;

/** A carrier could not take a parcel over; its message says why without naming the person. */
public final class NotCarriedException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotCarriedException(String message, Throwable cause) {
        super(message, cause);
    }
}
