package eu.guichet.backend.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened; the message is one sentence for the person who started the program. */
public final class CannotOpenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotOpenException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
