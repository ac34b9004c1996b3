package eu.guichet.backend.http;

/** The port cannot be had; the message is one sentence for the person who started the program. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotListenException(int port) {
        super("The backend cannot listen on port " + port
                + ": another program has it, or you may not use it; --port 0 takes any free one.");
    }
}
