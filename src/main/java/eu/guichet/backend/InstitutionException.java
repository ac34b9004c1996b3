package eu.guichet.backend;

import org.jspecify.annotations.Nullable;

/** An institution's own settings cannot be used; its message is the sentence that says why. */
public final class InstitutionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InstitutionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
