package eu.guichet.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Learns from the answers how far the backend's clock is ahead of this machine's. The header tells whole seconds and the way
 * takes its time, so a small difference is none and changes nothing.
 */
final class ServerTime implements Interceptor {
    private static final Duration BLUR = Duration.ofSeconds(2);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private volatile Duration ahead = Duration.ZERO;

    Duration ahead() {
        return ahead;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Date date = response.headers().getDate("Date");
        // the id is the backend's own: what a proxy says of the time does not count
        if (date != null && response.header(Headers.CORRELATION) != null) {
            Instant there = date.toInstant().plus(HALF_A_SECOND);
            learn(Duration.between(Instant.ofEpochMilli(response.receivedResponseAtMillis()), there));
        }
        return response;
    }

    private void learn(Duration heard) {
        if (heard.minus(ahead).abs().compareTo(BLUR) > 0) {
            ahead = heard.abs().compareTo(BLUR) > 0 ? heard : Duration.ZERO;
        }
    }
}
