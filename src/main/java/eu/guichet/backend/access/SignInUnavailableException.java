package eu.guichet.backend.access;

/** Whose a token is cannot be said now: what signs people in does not answer. */
public final class SignInUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SignInUnavailableException(String message) {
        super(message);
    }

    public SignInUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
