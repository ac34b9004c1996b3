package eu.guichet.client;

import eu.guichet.client.ClientException.Hindered.Hindrance;
import eu.guichet.client.Outcome.Answer;
import eu.guichet.contract.ContractVersion;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import java.util.Optional;

/** Tells the backend's refusals from what a proxy, or another program, answers in its place. */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final int FORBIDDEN = 403;
    private static final int BAD_GATEWAY = 502;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    private Problems() {}

    /** The backend itself says that it can do nothing now, and did nothing. */
    static boolean unavailable(Answer answer) {
        return answer.status() == SERVICE_UNAVAILABLE && answer.is(MEDIA_TYPE);
    }

    /** Something on the way says that it did not get an answer from the backend. */
    static boolean ofGateway(Answer answer) {
        return switch (answer.status()) {
            case BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> !answer.is(MEDIA_TYPE);
            default -> false;
        };
    }

    /**
     * What the answer refuses, or that it is none of the backend's.
     *
     * @param act whether the backend may have acted before somebody on the way answered in its place
     */
    static ClientException of(Answer answer, boolean act, String correlation) {
        if (!answer.is(MEDIA_TYPE)) {
            return answer.status() == FORBIDDEN && !act && ofSomebodyElse(answer)
                    ? new ClientException.Hindered(Hindrance.PROXY_REFUSES, correlation, null)
                    : new ClientException.NotUnderstood(correlation, null);
        }
        if (Clocks.differ(answer.status(), answer.headers())) {
            return new ClientException.Hindered(ClientException.Hindered.Hindrance.CLOCKS_DIFFER, correlation, null);
        }
        Problem problem = Json.read(answer.body().toByteArray(), Problem.class, correlation);
        if (problem.type().equals(ProblemType.DESKTOP_TOO_OLD.uri())) {
            return new ClientException.Hindered(Hindrance.DESKTOP_TOO_OLD, correlation, null);
        }
        return ProblemType.of(problem.type())
                .or(() -> byStatus(answer.status()))
                .<ClientException>map(type -> new ClientException.Refused(type, problem, RetryAfter.of(answer)))
                .orElseGet(() -> new ClientException.NotUnderstood(correlation, null));
    }

    /** A backend names the contract's version on everything that it says. */
    private static boolean ofSomebodyElse(Answer answer) {
        return answer.headers().get(ContractVersion.SPOKEN_HEADER) == null;
    }

    /** For a type of a later contract: what its status alone says. */
    private static Optional<ProblemType> byStatus(int status) {
        return switch (status) {
            case 400 -> Optional.of(ProblemType.INVALID_REQUEST);
            case 401 -> Optional.of(ProblemType.NOT_SIGNED_IN);
            case 403 -> Optional.of(ProblemType.NOT_ALLOWED);
            case 404 -> Optional.of(ProblemType.NOT_FOUND);
            case 409 -> Optional.of(ProblemType.ACTION_CLOSED);
            case 412 -> Optional.of(ProblemType.FILE_CHANGED);
            case 429 -> Optional.of(ProblemType.TOO_MANY_REQUESTS);
            case 500 -> Optional.of(ProblemType.INTERNAL_ERROR);
            case 503 -> Optional.of(ProblemType.UNAVAILABLE);
            default -> Optional.empty();
        };
    }
}
