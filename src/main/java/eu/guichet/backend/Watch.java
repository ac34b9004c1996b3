package eu.guichet.backend;

import eu.guichet.backend.http.RequestMeter;
import eu.guichet.backend.listen.Listener;
import eu.guichet.backend.listen.Operations;
import eu.guichet.backend.operations.Metrics;
import eu.guichet.backend.operations.OperationsServer;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.contract.Alarm;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells those who run the backend how it goes, where they have said on which port. */
final class Watch implements AutoCloseable {
    private final @Nullable Operations operations;
    private final Database database;
    private final @Nullable Metrics metrics;
    private @Nullable OperationsServer server;

    Watch(BackendSettings settings, Database database) {
        this.operations = settings.listen().operations();
        this.database = database;
        this.metrics = operations == null ? null : new Metrics();
    }

    RequestMeter meter() {
        return metrics == null ? RequestMeter.NONE : metrics;
    }

    /** @param searchable whether everybody's name has been read in */
    void start(
            InstantSource clock,
            Map<String, Supplier<PeriodicTask.State>> tasks,
            Supplier<List<Alarm>> alarms,
            BooleanSupplier searchable) {
        if (operations != null && metrics != null) {
            metrics.watch(database, clock);
            metrics.watchPrinting(database, clock);
            metrics.watch(tasks);
            metrics.watchAlarms(alarms);
            server = OperationsServer.start(operations.address(), database, searchable, metrics);
        }
    }

    void watch(Listener listener) {
        if (metrics != null) {
            metrics.watch(listener);
        }
    }

    /**
     * To be called when the backend is told to stop: {@code /ready} sends callers elsewhere from now on.
     *
     * @return for how long it should go on answering
     */
    Duration leave() {
        if (server != null) {
            server.leave();
        }
        return operations == null ? Duration.ZERO : operations.drain();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
