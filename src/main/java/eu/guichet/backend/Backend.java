package eu.guichet.backend;

import eu.guichet.backend.access.Tokens;
import eu.guichet.backend.http.HttpServer;
import eu.guichet.backend.http.Rooms;
import eu.guichet.backend.store.Database;
import eu.guichet.contract.Role;
import java.net.URI;
import java.util.Map;

/** A running backend. */
public final class Backend implements AutoCloseable {
    private final HttpServer http;
    private final Database database;
    private final Map<Role, String> tokens;

    private Backend(HttpServer http, Database database, Map<Role, String> tokens) {
        this.http = http;
        this.database = database;
        this.tokens = tokens;
    }

    /**
     * Opens the store and answers on the loopback interface.
     *
     * @throws eu.guichet.backend.store.CannotOpenException when the store cannot be opened
     */
    public static Backend start(BackendSettings settings) {
        Tokens.Drawn drawn = Tokens.draw(settings.office());
        Database database = Database.open(settings.database());
        Rooms rooms = new Rooms(settings.environment(), database);
        return new Backend(HttpServer.start(settings.port(), drawn.tokens(), rooms), database, drawn.plain());
    }

    /** Where it answers, such as {@code http://127.0.0.1:40123}. */
    public URI url() {
        return http.url();
    }

    /** One bearer token a role, drawn anew at each start. */
    public Map<Role, String> tokens() {
        return tokens;
    }

    /** Stops accepting, lets what runs end, and closes the store. */
    @Override
    public void close() {
        http.close();
        database.close();
    }
}
