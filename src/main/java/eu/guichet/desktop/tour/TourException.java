package eu.guichet.desktop.tour;

/** The tour could not go on; its message says at which control or file. */
public final class TourException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TourException(String message) {
        super(message);
    }

    TourException(String message, Throwable cause) {
        super(message, cause);
    }
}
