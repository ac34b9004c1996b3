package eu.guichet.desktop.tour;

import org.jspecify.annotations.Nullable;

/** The tour could not go on; its message says at which control or file. */
public final class TourException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TourException(String message) {
        super(message);
    }

    TourException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
