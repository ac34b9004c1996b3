package eu.guichet.backend.http;

import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Whether the backend and its store answer, and whether what is in the outbox leaves it. */
final class HealthResource {
    private final Database database;
    private final Supplier<PeriodicTask.State> delivery;

    HealthResource(Database database, Supplier<PeriodicTask.State> delivery) {
        this.database = database;
        this.delivery = delivery;
    }

    Route health() {
        return new Route.Open("/health", () -> {
            database.tryToWrite();
            return Answer.ok(new TreeMap<>(
                    Map.of("status", "UP", "delivery", delivery.get().name())));
        });
    }
}
