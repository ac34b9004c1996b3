package eu.guichet.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** Makes one try of a call on a thread of OkHttp's, so that interrupting the thread that waits cancels it at once. */
final class Transport {
    /** Far above the longest answer of the contract, far below what would hurt. */
    private static final long LONGEST_ANSWER = 8L << 20;

    private final OkHttpClient http;

    Transport(OkHttpClient http) {
        this.http = http;
    }

    Outcome once(Request request) throws InterruptedException {
        Attempt attempt = new Attempt();
        Call call =
                http.newCall(request.newBuilder().tag(Attempt.class, attempt).build());
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        call.enqueue(new Reader(attempt, outcome));
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a try always ends in an outcome", e);
        }
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
