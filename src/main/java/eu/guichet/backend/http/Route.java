package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /** Answered to those whose role allows it. */
    record Guarded(String method, String template, Permission permission, Function<Request, Answer> answer)
            implements Route {
        @Override
        public boolean looks() {
            // Search is a POST so that nothing personal is in a URL.
            return permission == Permission.SEARCH || method.equals("GET");
        }
    }

    static Route get(String template, Permission permission, Function<Request, Answer> answer) {
        return new Guarded("GET", template, permission, answer);
    }

    static Route post(String template, Permission permission, Function<Request, Answer> answer) {
        return new Guarded("POST", template, permission, answer);
    }

    static Route patch(String template, Permission permission, Function<Request, Answer> answer) {
        return new Guarded("PATCH", template, permission, answer);
    }
}
