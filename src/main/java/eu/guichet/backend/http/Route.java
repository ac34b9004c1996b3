package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.limits.Limit;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of the contract. */
sealed interface Route {
    String method();

    /** The path with {@code {id}} for what varies. */
    String template();

    /** Whether it only shows something, so that a failure leaves no question whether something was done. */
    boolean looks();

    /** Answered to everybody. */
    record Open(String template, Supplier<Answer> answer) implements Route {
        @Override
        public String method() {
            return "GET";
        }

        @Override
        public boolean looks() {
            return true;
        }
    }

    /**
     * Told by a gateway, which signs in with a secret of its own and can do nothing else.
     *
     * @param caller how the log names the gateway; empty for anybody else
     */
    record OfGateway(
            String template, Function<ServerRequest, Optional<String>> caller, Function<ServerRequest, Answer> answer)
            implements Route {
        @Override
        public String method() {
            return "POST";
        }

        @Override
        public boolean looks() {
            return false;
        }
    }

    /** Answered to those whose role allows it. */
    record Guarded(
            String method,
            String template,
            Permission permission,
            Body.Kind body,
            @Nullable Counted counted,
            Function<Request, Answer> answer)
            implements Route {
        /** The same, of which one agent may ask only so much. */
        Guarded counted(Limit limit) {
            return counted(limit, _ -> true);
        }

        /** @param counts which of the requests count */
        Guarded counted(Limit limit, Predicate<Request> counts) {
            return new Guarded(method, template, permission, body, new Counted(limit, counts), answer);
        }

        @Override
        public boolean looks() {
            // These are a POST so that nothing personal is in a URL.
            return permission == Permission.SEARCH
                    || permission == Permission.READ_SUBJECT_FILE
                    || method.equals("GET");
        }
    }

    /** Against which limit a request counts. */
    record Counted(Limit limit, Predicate<Request> counts) {}

    static Guarded get(String template, Permission permission, Function<Request, Answer> answer) {
        return new Guarded("GET", template, permission, Body.Kind.JSON, null, answer);
    }

    static Guarded post(String template, Permission permission, Function<Request, Answer> answer) {
        return new Guarded("POST", template, permission, Body.Kind.JSON, null, answer);
    }

    /** Takes a table of any length as it comes. */
    static Guarded upload(String template, Permission permission, Function<Request, Answer> answer) {
        return new Guarded("POST", template, permission, Body.Kind.CSV, null, answer);
    }

    static Guarded patch(String template, Permission permission, Function<Request, Answer> answer) {
        return new Guarded("PATCH", template, permission, Body.Kind.JSON, null, answer);
    }
}
