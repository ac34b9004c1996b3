package eu.guichet.backend.http;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ties an answer to the log. The caller may name it in hexadecimal digits, as a UUID or a trace id is written; anything else
 * is replaced, because it could forge a log line, or write a name or a code into it.
 */
final class Correlation {
    static final String HEADER = "X-Correlation-Id";
    /** Key in the logging context. */
    static final String MDC_KEY = "correlation";

    private static final Pattern VALID = Pattern.compile("[0-9A-Fa-f-]{8,64}");

    private Correlation() {}

    static String of(Optional<String> header) {
        return header.filter(value -> VALID.matcher(value).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
