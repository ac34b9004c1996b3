package eu.guichet.client;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each try: method, path without its ids, status and time. Never a body, never a header but the correlation id. */
final class CallLog implements Interceptor {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        String correlation = request.header(Headers.CORRELATION);
        Endpoint endpoint = request.tag(Endpoint.class);
        String path = endpoint == null ? "?" : endpoint.template();
        long begun = System.nanoTime();
        try {
            Response response = chain.proceed(request);
            LOG.info("{} {} {} {} {} ms", correlation, request.method(), path, response.code(), millisSince(begun));
            return response;
        } catch (IOException e) {
            String failure = e.getClass().getSimpleName();
            LOG.info("{} {} {} {} {} ms", correlation, request.method(), path, failure, millisSince(begun));
            throw e;
        }
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
