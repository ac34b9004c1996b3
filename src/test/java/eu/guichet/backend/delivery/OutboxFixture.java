package eu.guichet.backend.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Institution;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two people on file, somebody who has both files open and hears what becomes of their messages, and dispatchers. */
abstract class OutboxFixture {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Principal AGENT = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);

    private static final Wording WORDING = new Wording(
            Policy.standard(),
            Institution.standard().offices(),
            Institution.standard().services());

    @TempDir
    Path folder;

    final LiveHub live = new LiveHub(() -> NOW);
    final BlockingQueue<LiveEvent> settled = new LinkedBlockingQueue<>();
    final Queue<String> carried = new ConcurrentLinkedQueue<>();
    String url;
    Database database;

    @BeforeEach
    final void open() {
        url = Stores.url(folder);
        database = Database.open(url);
        live.subscribe(AGENT, settled::add);
        for (String person : List.of("p1", "p2")) {
            database.execute(tx -> tx.pensioners().add(Stores.somebody(person)));
            live.opened(AGENT, person, "\"0\"");
        }
    }

    @AfterEach
    final void close() {
        database.close();
    }

    void queue(String id, String person, MessageKind kind, Instant at) {
        database.execute(
                tx -> tx.messages().add(new StoredMessage(id, person, kind, "de", MessageStatus.QUEUED, at, at, null)));
    }

    Dispatcher started(InstantSource clock, Carrier carrier) {
        Dispatcher dispatcher = new Dispatcher(
                database,
                Policy.standard(),
                WORDING,
                clock,
                new EnrolmentJournal(Policy.standard(), clock, live),
                _ -> carrier,
                new SecureRandom());
        dispatcher.start();
        return dispatcher;
    }

    void awaitSettled(int messages) throws InterruptedException {
        for (int count = 0; count < messages; count++) {
            assertThat(settled.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
