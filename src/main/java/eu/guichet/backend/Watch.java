package eu.guichet.backend;

import eu.guichet.backend.http.RequestMeter;
import eu.guichet.backend.listen.Listener;
import eu.guichet.backend.operations.Metrics;
import eu.guichet.backend.operations.OperationsServer;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells those who run the backend how it goes, where they have said on which port. */
final class Watch implements AutoCloseable {
    private final @Nullable InetSocketAddress address;
    private final Database database;
    private final @Nullable Metrics metrics;
    private @Nullable OperationsServer server;

    Watch(BackendSettings settings, Database database) {
        this.address = settings.listen().operations();
        this.database = database;
        this.metrics = address == null ? null : new Metrics();
    }

    RequestMeter meter() {
        return metrics == null ? RequestMeter.NONE : metrics;
    }

    /** @param searchable whether everybody's name has been read in */
    void start(InstantSource clock, Map<String, Supplier<PeriodicTask.State>> tasks, BooleanSupplier searchable) {
        if (address != null && metrics != null) {
            metrics.watch(database, clock);
            metrics.watchPrinting(database, clock);
            metrics.watch(tasks);
            server = OperationsServer.start(address, database, searchable, metrics);
        }
    }

    void watch(Listener listener) {
        if (metrics != null) {
            metrics.watch(listener);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
