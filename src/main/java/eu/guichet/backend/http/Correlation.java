package eu.guichet.backend.http;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ties an answer to the log. The caller may name it; what could forge a log line is replaced. */
final class Correlation {
    static final String HEADER = "X-Correlation-Id";
    /** Key in the logging context. */
    static final String MDC_KEY = "correlation";

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private Correlation() {}

    static String of(Optional<String> header) {
        return header.filter(value -> VALID.matcher(value).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
