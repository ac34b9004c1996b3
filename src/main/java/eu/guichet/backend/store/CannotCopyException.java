package eu.guichet.backend.store;

import org.jspecify.annotations.Nullable;

/** A store was not backed up or not restored; the message is one sentence for the person who asked for it. */
public final class CannotCopyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotCopyException(String sentence) {
        this(sentence, null);
    }

    CannotCopyException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
