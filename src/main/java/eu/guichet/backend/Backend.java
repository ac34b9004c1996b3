package eu.guichet.backend;

import eu.guichet.backend.access.Tokens;
import eu.guichet.backend.desk.Desk;
import eu.guichet.backend.desk.GenerateLetter;
import eu.guichet.backend.desk.HandOver;
import eu.guichet.backend.desk.LetterDocument;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.backend.desk.RecordLetter;
import eu.guichet.backend.desk.ReportEvent;
import eu.guichet.backend.desk.Resend;
import eu.guichet.backend.desk.Verify;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.file.OfficeDirectory;
import eu.guichet.backend.http.Acts;
import eu.guichet.backend.http.HttpServer;
import eu.guichet.backend.http.Rooms;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.store.Database;
import eu.guichet.contract.Role;
import eu.guichet.process.Offices;
import java.net.URI;
import java.security.SecureRandom;
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
        PeopleSearch search = new PeopleSearch(database);
        Offices offices = OfficeDirectory.standard();
        LiveHub live = new LiveHub(settings.clock());
        Desk desk = new Desk(database, settings.policy(), settings.clock(), live, () -> {});
        SecureRandom random = new SecureRandom();
        Acts acts = new Acts(
                new ReadFile(desk),
                new Verify(desk, office -> offices.site(office).counter() != null),
                new Resend(desk),
                new GenerateLetter(desk, random),
                new LetterDocument(
                        desk,
                        new LetterPaper(offices, settings.policy(), settings.clock()),
                        (_, _) -> {},
                        random),
                new RecordLetter(desk),
                new HandOver(desk),
                new ReportEvent(desk, ReportEvent.FirstMessages.BY_EU_LOGIN));
        Rooms rooms = new Rooms(
                settings.environment(),
                settings.clock(),
                database,
                search,
                new FileAssembler(settings.policy(), offices),
                new OfficeDirectory(offices),
                live,
                acts,
                null);
        HttpServer http = HttpServer.start(settings.port(), drawn.tokens(), rooms);
        return new Backend(http, database, drawn.plain());
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
