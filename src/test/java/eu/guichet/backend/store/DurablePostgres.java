package eu.guichet.backend.store;

import java.io.IOException;

/** A PostgreSQL server of one test's own that may crash, with one empty database; it stops with the Java machine. */
public final class DurablePostgres {
    private final PostgresServer server = PostgresServer.durable();
    private final String database = server.newEmptyDatabase();

    public String url() {
        return server.url(database);
    }

    /** Ends it as a power cut would, and starts it again; returns once it answers. */
    public void crashAndRestart() throws IOException {
        server.crashAndRestart();
    }
}
