package eu.guichet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Searches at random moments, so many a second whether or not those before are answered; or agents each of whom searches as
 * soon as the last search is answered.
 */
final class SearchLoad {
    private static final int OK = 200;
    private static final String STORE =
            Path.of("target", "postgres").toAbsolutePath().toString();

    private final Server backend;
    private final Function<Random, String> queries;
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Usage before;
    private int runs;

    SearchLoad(Server backend, Function<Random, String> queries) throws IOException {
        this.backend = backend;
        this.queries = queries;
        this.before = used();
    }

    private Usage used() throws IOException {
        return Usage.now(backend.handle(), STORE);
    }

    /**
     * Returns after this time, once the last search is answered. Each is measured from the moment at which it was to be sent: one that
     * had to wait for its turn here has waited.
     *
     * @param rate a second, on average
     */
    void run(Duration time, double rate) throws InterruptedException {
        long next = System.nanoTime();
        long end = next + time.toNanos();
        Random random = new Random(1000L * ++runs);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            while (next < end) {
                next += (long) (-Math.log(1 - random.nextDouble()) / rate * 1e9);
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                long due = next;
                String query = queries.apply(random);
                var _ = each.submit(() -> taken.add(search(query, due)));
            }
        }
    }

    /** As the other, by agents who never stop. */
    void runBy(int agents, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        runs++;
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < agents; i++) {
                Random random = new Random(1000L * runs + i);
                var _ = each.submit(() -> {
                    while (System.nanoTime() < end) {
                        taken.add(search(queries.apply(random), System.nanoTime()));
                    }
                    return null;
                });
            }
        }
    }

    private long search(String query, long begun) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(backend.url() + "/v1/search"))
                .header("Authorization", "Bearer " + backend.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}", UTF_8))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != OK) {
            throw new IllegalStateException("a search was answered " + status);
        }
        return System.nanoTime() - begun;
    }

    /** Of all runs since this was asked last. */
    String figures() throws IOException {
        double[] asked = taken.stream().mapToDouble(nanos -> nanos / 1e6).toArray();
        double[] answered = Arrays.stream(backend.searches()).asDoubleStream().toArray();
        taken.clear();
        Usage now = used();
        String usage = now.since(before).each(asked.length);
        before = now;
        return asked.length + " searches, " + percentiles(asked) + "; by the server's log " + percentiles(answered)
                + "; " + usage;
    }

    private static String percentiles(double[] millis) {
        if (millis.length == 0) {
            return "none";
        }
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p95 %.1f, p99 %.1f, longest %.0f ms",
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.95)],
                millis[(int) (millis.length * 0.99)],
                millis[millis.length - 1]);
    }
}
