package eu.guichet.client;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Has every live stream told that the session is over, whichever call was the first to hear it. */
final class SessionWatch implements Interceptor {
    private static final int NOT_SIGNED_IN = 401;

    private final List<LiveStream> streams = new CopyOnWriteArrayList<>();

    void add(LiveStream stream) {
        streams.add(stream);
    }

    void remove(LiveStream stream) {
        streams.remove(stream);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() == NOT_SIGNED_IN && !Clocks.differ(response.code(), response.headers())) {
            streams.forEach(LiveStream::signedOut);
        }
        return response;
    }
}
