package eu.guichet.backend.ipp;

import org.jspecify.annotations.Nullable;

/** A printer did not do what it was asked for; the message says why, and repeats nothing of a document. */
public final class PrinterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is known of the request. */
    public enum Kind {
        /** The printer could not be reached: it has nothing of it. */
        AWAY,
        /** It does not take a job now; later it may. */
        BUSY,
        /** It refuses this request whenever it comes. */
        REFUSED,
        /** It knows no such job. */
        NO_SUCH_JOB,
        /** No answer, or none that can be read: it may have taken the request. */
        UNCLEAR
    }

    PrinterException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
