package eu.guichet.client;

import okhttp3.Interceptor;
import okhttp3.Request;

/** Rides along with one try and remembers whether it left the machine. */
final class Attempt {
    /** Runs once a connection stands, just before the first byte is written. */
    static final Interceptor MARK_SENT = chain -> {
        Request request = chain.request();
        Attempt attempt = request.tag(Attempt.class);
        if (attempt != null) {
            attempt.sent = true;
        }
        return chain.proceed(request);
    };

    private volatile boolean sent;

    boolean sent() {
        return sent;
    }
}
