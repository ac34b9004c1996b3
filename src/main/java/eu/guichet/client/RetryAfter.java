package eu.guichet.client;

import eu.guichet.client.Outcome.Answer;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header that says how long to wait. The contract gives seconds; a date, which proxies may send, is not followed. */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    static @Nullable Duration of(Answer answer) {
        String value = answer.retryAfter();
        return value != null && SECONDS.matcher(value).matches() ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
