package eu.guichet.client;

import eu.guichet.contract.BearerChallenge;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import okhttp3.Headers;

/**
 * Tells a session that is over from clocks that differ: a token whose time is refused, by a backend whose time is another one
 * than here. Signing in again would not help then.
 */
final class Clocks {
    private static final int NOT_SIGNED_IN = 401;
    /** So much a token's own life bears, and no backend is set up stricter than needs be. */
    private static final Duration BEARABLE = Duration.ofSeconds(30);

    private Clocks() {}

    static boolean differ(int status, Headers headers) {
        Date there = headers.getDate("Date");
        return status == NOT_SIGNED_IN
                && BearerChallenge.UNTIMELY.equals(headers.get(BearerChallenge.HEADER))
                && there != null
                && Duration.between(Instant.now(), there.toInstant()).abs().compareTo(BEARABLE) > 0;
    }
}
