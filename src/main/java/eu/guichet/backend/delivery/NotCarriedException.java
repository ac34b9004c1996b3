package eu.guichet.backend.delivery;

import org.jspecify.annotations.Nullable;

/** A carrier could not take a parcel over; its message says why without naming the person. */
public final class NotCarriedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /** Later it may be taken over. */
    public NotCarriedException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private NotCarriedException(String message, @Nullable Throwable cause, boolean forGood) {
        super(message, cause);
        this.forGood = forGood;
    }

    /** The other end refuses this parcel whenever it is handed over: the mailbox or the number does not exist. */
    public static NotCarriedException forGood(String message, @Nullable Throwable cause) {
        return new NotCarriedException(message, cause, true);
    }

    public boolean isForGood() {
        return forGood;
    }
}
