package eu.guichet.backend.http;

import eu.guichet.backend.store.Database;
import java.util.Map;

/** Whether the backend and its store answer. */
final class HealthResource {
    private final Database database;

    HealthResource(Database database) {
        this.database = database;
    }

    Route health() {
        return new Route.Open("/health", () -> {
            database.read(tx -> tx.pensioners().stamp());
            return Answer.ok(Map.of("status", "UP"));
        });
    }
}
