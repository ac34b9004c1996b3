package eu.guichet.backend.operations;

import eu.guichet.backend.listen.Deadlines;
import eu.guichet.backend.listen.ListenSettings;
import eu.guichet.backend.listen.Listener;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoreUnavailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port of its own for those who run the backend, to be reached from their network alone. {@code /live}: the process answers;
 * where it does not, start it anew. {@code /ready}: it can take work; where it cannot, send callers elsewhere for now.
 * {@code /metrics}: the figures.
 */
public final class OperationsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperationsServer.class);

    private final Database database;
    private final BooleanSupplier searchable;
    private final Metrics metrics;
    private final Listener listener;
    private volatile boolean leaving;

    private OperationsServer(
            InetSocketAddress address, Database database, BooleanSupplier searchable, Metrics metrics) {
        this.database = database;
        this.searchable = searchable;
        this.metrics = metrics;
        metrics.watch(() -> obstacle().isEmpty());
        this.listener = Listener.start(ListenSettings.plain(address), Deadlines.Limits.usual(), _ -> {}, this::routing);
    }

    /**
     * @param searchable whether everybody's name has been read in
     * @throws eu.guichet.backend.listen.CannotListenException when the port is taken or not allowed
     */
    public static OperationsServer start(
            InetSocketAddress address, Database database, BooleanSupplier searchable, Metrics metrics) {
        return new OperationsServer(address, database, searchable, metrics);
    }

    private HttpRouting.Builder routing() {
        return HttpRouting.builder()
                .get("/live", (_, response) -> answer(response, Status.OK_200, "live"))
                .get("/ready", (_, response) -> ready(response))
                .get("/metrics", (_, response) -> {
                    Deadlines.answering();
                    response.header(HeaderNames.CONTENT_TYPE, Metrics.CONTENT_TYPE);
                    response.send(metrics.scrape());
                    Deadlines.done();
                });
    }

    private void ready(ServerResponse response) {
        Deadlines.requestRead();
        Optional<String> obstacle = obstacle();
        answer(response, obstacle.isEmpty() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503, obstacle.orElse("ready"));
    }

    /** Why no work can be taken now; empty when it can. */
    private Optional<String> obstacle() {
        if (leaving) {
            return Optional.of("the backend is being stopped");
        }
        if (!searchable.getAsBoolean()) {
            return Optional.of("names are being read in");
        }
        try {
            database.tryToWrite();
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            LOG.warn("not ready: {}", e.getMessage());
            return Optional.of("the store cannot be written to");
        }
    }

    private static void answer(ServerResponse response, Status status, String word) {
        Deadlines.answering();
        response.status(status);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(HeaderNames.CONTENT_TYPE, "text/plain");
        response.send(word + "\n");
        Deadlines.done();
    }

    /** From now on it takes no work: it is being stopped. */
    public void leave() {
        leaving = true;
    }

    public URI url() {
        return listener.url();
    }

    @Override
    public void close() {
        listener.close();
    }
}
