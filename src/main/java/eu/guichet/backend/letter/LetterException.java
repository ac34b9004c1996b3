package eu.guichet.backend.letter;

import org.jspecify.annotations.Nullable;

/** The letter could not be made; nothing was sealed. Its message never says for whom it was nor what its code is. */
public final class LetterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LetterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
