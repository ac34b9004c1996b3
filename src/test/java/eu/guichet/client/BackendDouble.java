package eu.guichet.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A real HTTP server with answers prepared, and a client of it that does not wait long. */
final class BackendDouble implements AutoCloseable {
    static final Duration CALL_TIMEOUT = Duration.ofMillis(700);
    static final Duration DOCUMENT_TIMEOUT = Duration.ofMillis(1800);

    final MockWebServer server = new MockWebServer();
    final GuichetClient client;

    BackendDouble() {
        this(new ClientSettings(
                Duration.ofSeconds(3),
                CALL_TIMEOUT,
                DOCUMENT_TIMEOUT,
                3,
                Duration.ofMillis(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(5),
                Duration.ofMillis(20)));
    }

    BackendDouble(ClientSettings settings) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client = GuichetClients.connect(server.url("/").uri(), () -> "secret-token", settings);
    }

    BackendDouble answers(MockResponse... answers) {
        for (MockResponse answer : answers) {
            server.enqueue(answer);
        }
        return this;
    }

    /** All requests that came, in order. */
    List<RecordedRequest> requests() {
        List<RecordedRequest> requests = new ArrayList<>();
        try {
            while (requests.size() < server.getRequestCount()) {
                RecordedRequest request = server.takeRequest(30, TimeUnit.SECONDS);
                if (request == null) {
                    throw new AssertionError("a request was counted and not recorded");
                }
                requests.add(request);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return requests;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
