package eu.guichet.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Makes one try of a call on a thread of OkHttp's, so that interrupting the thread that waits cancels it at once. */
final class Transport {
    /** Far above the longest answer of the contract, far below what would hurt. */
    private static final long LONGEST_ANSWER = 8L << 20;

    private volatile OkHttpClient http;

    Transport(OkHttpClient http) {
        this.http = http;
    }

    Outcome once(Request request) throws InterruptedException {
        Attempt attempt = new Attempt();
        OkHttpClient by = http;
        Call call = by.newCall(request.newBuilder().tag(Attempt.class, attempt).build());
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        call.enqueue(new Reader(attempt, outcome));
        try {
            Outcome came = outcome.get();
            if (came instanceof Outcome.Lost lost && lost.cause() instanceof InterruptedIOException) {
                leave(by);
            }
            return came;
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a try always ends in an outcome", e);
        }
    }

    /**
     * A line that was cut may never say so, and a connection of HTTP/2 is used on where a call on it took too long: what comes next
     * goes over another one.
     */
    private void leave(OkHttpClient silent) {
        synchronized (this) {
            if (http.equals(silent)) {
                http = silent.newBuilder().connectionPool(new ConnectionPool()).build();
            }
        }
        silent.connectionPool().evictAll();
    }

    /** Closes what is idle. */
    void close() {
        http.connectionPool().evictAll();
    }

    private record Reader(Attempt attempt, CompletableFuture<Outcome> outcome) implements Callback {
        @Override
        public void onFailure(Call call, IOException e) {
            outcome.complete(new Outcome.Lost(attempt.sent(), e));
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                outcome.complete(read(response));
            } catch (IOException e) {
                outcome.complete(new Outcome.Lost(true, e));
            }
        }

        private static Outcome read(Response response) throws IOException {
            BufferedSource source = response.body().source();
            if (source.request(LONGEST_ANSWER + 1)) {
                return new Outcome.Oversized();
            }
            return new Outcome.Answer(
                    response.code(), response.body().contentType(), response.headers(), source.readByteString());
        }
    }
}
