package eu.guichet.backend;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.live.Colleague;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.live.NodeNotices;
import eu.guichet.backend.live.RemoteChangePoller;
import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class NodesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Principal AGENT = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);

    @TempDir
    Path folder;

    @Test
    void a_node_hears_what_another_recorded_and_over_a_server_also_what_time_changed_there()
            throws InterruptedException {
        BlockingQueue<LiveEvent> heard = new LinkedBlockingQueue<>();
        try (Database database = Stores.open(folder);
                NodeNotices there = Nodes.notices(database);
                NodeNotices here = Nodes.notices(database)) {
            LiveHub other = new LiveHub(() -> NOW, there::recorded);
            LiveHub live = new LiveHub(() -> NOW, here::recorded);
            live.subscribe(AGENT, heard::add);
            live.opened(AGENT, "p1", "v0");
            there.start(_ -> {}, () -> {});
            try (RemoteChangePoller elsewhere = new RemoteChangePoller(
                    live, _ -> Map.of("p1", "v1"), id -> new Colleague(id, id, null), () -> {}, here)) {
                elsewhere.start();
                other.publish(new LiveEvent.FileChanged("p1", "v1"), "v1");
                assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new LiveEvent.FileChanged("p1", "v1"));
                if (Stores.kind() == Stores.Kind.POSTGRESQL) {
                    Instant later = NOW.plusSeconds(60);
                    // until the other listens: what is told before is lost
                    @Nullable LiveEvent told = null;
                    for (int tries = 0; told == null && tries < 60; tries++) {
                        other.timePassed("p1", "v1", later);
                        told = heard.poll(500, TimeUnit.MILLISECONDS);
                    }
                    assertThat(told).isEqualTo(new LiveEvent.FileChanged("p1", "v1", later));
                }
            }
        }
    }

    @Test
    void a_task_is_one_nodes_until_it_gives_it_back() {
        try (Database database = Stores.open(folder);
                Database elsewhere = Stores.open(folder)) {
            OneNode.Leases here = Nodes.leases(database);
            OneNode.Leases there = Nodes.leases(elsewhere);
            Duration minute = Duration.ofMinutes(1);
            assertThat(here.take("contacts", "a", minute)).isTrue();
            assertThat(there.take("contacts", "b", minute)).isFalse();
            assertThat(there.take("status", "b", minute)).as("another task").isTrue();
            here.release("contacts", "a");
            assertThat(there.take("contacts", "b", minute)).isTrue();
        }
    }
}
