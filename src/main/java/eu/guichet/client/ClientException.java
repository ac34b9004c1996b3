package eu.guichet.client;

import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that did not end well. Each subtype has one sentence and one next step in the desktop's bundles. */
public abstract sealed class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String correlation;

    private ClientException(String what, String correlation, @Nullable Throwable cause) {
        super(what + " [" + correlation + "]", cause);
        this.correlation = correlation;
    }

    /** Under which id the call is in this program's log, and in the backend's if it got there; the same for each try. */
    public String correlation() {
        return correlation;
    }

    /**
     * Whether it says what became of an act with an idempotency key of which an earlier answer was lost. The backend looks
     * the key up before it judges the act, so a judgement settles it; what comes before the key, or from elsewhere, does not.
     */
    public final boolean settles() {
        return switch (this) {
            case Unreachable _, Untrusted _, Hindered _, OutcomeUnknown _, NotUnderstood _, Cancelled _ -> false;
            case Refused refused -> refused.type().settles();
        };
    }

    /** Whether the same question may well be answered a little later, with nobody doing anything about it. */
    public final boolean passes() {
        return switch (this) {
            case Unreachable _, NotUnderstood _ -> true;
            case Untrusted _, Hindered _, OutcomeUnknown _, Cancelled _ -> false;
            case Refused refused -> refused.type().passes();
        };
    }

    /** The backend could not be reached, or did not answer a question in time; nothing was done. */
    public static final class Unreachable extends ClientException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String correlation, @Nullable Throwable cause) {
            super("the backend was not reached", correlation, cause);
        }
    }

    /** What answers at the backend's address shows a certificate that is not trusted here; nothing was done. */
    public static final class Untrusted extends ClientException {
        private static final long serialVersionUID = 1L;

        private final Fault fault;

        /** What is wrong with the certificate. */
        public enum Fault {
            UNKNOWN_ISSUER,
            EXPIRED,
            NOT_YET_VALID,
            WRONG_NAME,
            /** Something else, or several things. */
            OTHER
        }

        public Untrusted(Fault fault, String correlation, @Nullable Throwable cause) {
            super("the certificate of the backend is not trusted: " + fault, correlation, cause);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** Something that whoever looks after this machine or the backend has to change; nothing was done. */
    public static final class Hindered extends ClientException {
        private static final long serialVersionUID = 1L;

        private final Hindrance hindrance;

        /** What has to be changed. */
        public enum Hindrance {
            /** The proxy on the way asks for a password, which this program does not have. */
            PROXY_PASSWORD,
            /** The proxy on the way, or what stands in front of the backend, lets nothing through. */
            PROXY_REFUSES,
            BACKEND_TOO_OLD,
            DESKTOP_TOO_OLD,
            /** The backend refuses the time of a token, and its clock does not agree with this machine's. */
            CLOCKS_DIFFER
        }

        public Hindered(Hindrance hindrance, String correlation, @Nullable Throwable cause) {
            super("hindered: " + hindrance, correlation, cause);
            this.hindrance = hindrance;
        }

        public Hindrance hindrance() {
            return hindrance;
        }
    }

    /** The answer was lost and could not be asked for again: the act may or may not have been done. */
    public static final class OutcomeUnknown extends ClientException {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(String correlation, @Nullable Throwable cause) {
            super("the outcome is not known", correlation, cause);
        }
    }

    /** Something answered that does not speak the contract: bad JSON, another content type, a proxy's page. */
    public static final class NotUnderstood extends ClientException {
        private static final long serialVersionUID = 1L;

        public NotUnderstood(String correlation, @Nullable Throwable cause) {
            super("the answer was not understood", correlation, cause);
        }
    }

    /** The calling thread was interrupted; the call was given up. */
    public static final class Cancelled extends ClientException {
        private static final long serialVersionUID = 1L;

        public Cancelled(String correlation, @Nullable Throwable cause) {
            super("cancelled", correlation, cause);
        }
    }

    /** The backend answered with a problem of the contract. */
    public static final class Refused extends ClientException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;
        private final ProblemType type;
        private final @Nullable Duration retryAfter;

        public Refused(ProblemType type, Problem problem, @Nullable Duration retryAfter) {
            super("refused: " + type.key(), problem.correlation(), null);
            this.type = type;
            this.problem = problem;
            this.retryAfter = retryAfter;
        }

        public ProblemType type() {
            return type;
        }

        public Problem problem() {
            return problem;
        }

        /** How long to wait, where waiting helps. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }
}
