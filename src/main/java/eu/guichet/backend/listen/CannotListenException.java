package eu.guichet.backend.listen;

import org.jspecify.annotations.Nullable;

/** The backend cannot listen; the message is for the person who started the program. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The port cannot be had. */
    public CannotListenException(int port) {
        this(
                "The backend cannot listen on port " + port
                        + ": another program has it, or you may not use it; --port 0 takes any free one.",
                null);
    }

    CannotListenException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
