package eu.guichet.client.openid;

import org.jspecify.annotations.Nullable;

/** Nobody was signed in. Its message carries nothing of a token or a code. */
public final class SignInException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as a person can do something about it. */
    public enum Cause {
        /** The provider cannot be reached. */
        AWAY,
        /** The provider, or the person there, said no. */
        REFUSED,
        /** The browser did not come back in time. */
        TOO_LATE,
        /** The provider's answers do not fit the question: a matter for whoever runs it. */
        NOT_UNDERSTOOD
    }

    private final Cause why;

    SignInException(Cause why, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    public Cause why() {
        return why;
    }
}
