package eu.guichet.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class RemoteChangePollerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Principal AGENT = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);

    @TempDir
    Path folder;

    private final LiveHub live = new LiveHub(() -> NOW);
    private final BlockingQueue<LiveEvent> heard = new LinkedBlockingQueue<>();
    private Database here;
    private Database there;
    private RemoteChangePoller elsewhere;

    @BeforeEach
    void open() {
        String url = Stores.url(folder);
        here = Database.open(url);
        there = Database.open(url);
        there.execute(tx -> {
            tx.pensioners().add(Stores.somebody("p1"));
            tx.pensioners().add(Stores.somebody("p2"));
        });
        live.subscribe(AGENT, heard::add);
        elsewhere = new RemoteChangePoller(
                live, this::etags, id -> new Colleague(id, id, null), () -> {}, new NodeNotices(null));
    }

    @AfterEach
    void close() {
        elsewhere.close();
        there.close();
        here.close();
    }

    private Map<String, String> etags(Set<String> ids) {
        Map<String, String> etags = new HashMap<>();
        here.read(tx -> tx.pensioners().versions(ids)).forEach((id, version) -> etags.put(id, "v" + version));
        return etags;
    }

    private LiveEvent heard() throws InterruptedException {
        LiveEvent event = heard.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    @Test
    void what_another_server_records_is_heard_where_the_file_is_open() throws InterruptedException {
        live.opened(AGENT, "p1", "v0");
        elsewhere.start();
        there.execute(tx -> {
            tx.events().add("p2", new Event.AccountRequested(NOW));
            tx.events().add("p1", new Event.AccountRequested(NOW));
        });
        assertThat(heard()).isEqualTo(new LiveEvent.FileChanged("p1", "v1"));
        there.execute(tx -> tx.events().add("p1", new Event.MessageProgressed(NOW, "m1", MessageStatus.DELIVERED)));
        assertThat(heard()).as("how far a message has come").isEqualTo(new LiveEvent.FileChanged("p1", "v2"));
        assertThat(heard).isEmpty();
    }

    @Test
    void what_was_recorded_between_reading_the_file_and_the_first_look_is_heard_too() throws InterruptedException {
        there.execute(tx -> tx.events().add("p1", new Event.AccountRequested(NOW)));
        live.opened(AGENT, "p1", "v0");
        elsewhere.start();
        assertThat(heard()).isEqualTo(new LiveEvent.FileChanged("p1", "v1"));
    }

    @Test
    void what_was_told_here_is_not_told_again() {
        live.opened(AGENT, "p1", "v0");
        live.publish(new LiveEvent.FileChanged("p1", "v1"), "v1");
        live.seen("p1", "v1");
        assertThat(heard).containsExactly(new LiveEvent.FileChanged("p1", "v1"));
    }

    @Test
    void a_file_that_only_somebody_who_went_home_has_open_is_not_looked_after() {
        Principal gone = new Principal("a2", "J. V.", Role.AGENT, OfficeCode.LUX);
        LiveHub.Subscription listening = live.subscribe(gone, heard::add);
        live.opened(gone, "p1", "v0");
        assertThat(live.open()).containsExactly("p1");
        listening.close();
        assertThat(live.open()).isEmpty();
    }
}
