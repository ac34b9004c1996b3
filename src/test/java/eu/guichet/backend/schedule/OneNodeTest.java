package eu.guichet.backend.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class OneNodeTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final AtomicInteger done = new AtomicInteger();
    private Database first;
    private Database second;

    @BeforeEach
    void open() {
        first = Database.open(Stores.url(folder));
        second = Database.open(Stores.url(folder));
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private OneNode on(Database database, Duration lease) {
        OneNode.Leases leases = new OneNode.Leases() {
            @Override
            public boolean take(String task, String holder, Duration length) {
                return database.writeBeside(tx -> tx.taskLeases().take(task, holder, length));
            }

            @Override
            public void release(String task, String holder) {
                database.executeBeside(tx -> tx.taskLeases().release(task, holder));
            }
        };
        return new OneNode("test", leases, lease, () -> {
            done.incrementAndGet();
            return false;
        });
    }

    @Test
    void of_two_nodes_one_does_each_round() {
        OneNode one = on(first, LONG);
        OneNode other = on(second, LONG);
        for (int period = 1; period <= 3; period++) {
            one.go();
            other.go();
            assertThat(done).hasValue(period);
        }
    }

    @Test
    void a_node_that_stops_leaves_the_task_to_the_other_at_once() {
        OneNode one = on(first, LONG);
        OneNode other = on(second, LONG);
        one.go();
        other.go();
        assertThat(done).hasValue(1);
        one.end();
        other.go();
        assertThat(done).hasValue(2);
        one.go();
        assertThat(done).as("and does not take it back").hasValue(2);
    }

    @Test
    void a_node_that_dies_is_followed_by_the_other_when_its_lease_is_over() throws InterruptedException {
        Duration lease = Duration.ofMillis(500);
        on(first, lease).go();
        first.close();
        CountDownLatch tookOver = new CountDownLatch(1);
        OneNode other = on(second, lease);
        int before = done.get();
        try (PeriodicTask task = new PeriodicTask("test", Duration.ofMillis(50), () -> {
            other.go();
            if (done.get() > before) {
                tookOver.countDown();
            }
            return false;
        })) {
            task.start();
            assertThat(tookOver.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void who_has_it_is_seen_without_writing() {
        assertThat(first.<Boolean>read(tx -> tx.taskLeases().isTaken("t", "a"))).isFalse();
        assertThat(first.<Boolean>writeBeside(tx -> tx.taskLeases().take("t", "a", LONG)))
                .isTrue();
        assertThat(second.<Boolean>read(tx -> tx.taskLeases().isTaken("t", "b")))
                .isTrue();
        assertThat(second.<Boolean>read(tx -> tx.taskLeases().isTaken("t", "a")))
                .isFalse();
        assertThat(second.<Boolean>writeBeside(tx -> tx.taskLeases().take("t", "b", LONG)))
                .isFalse();
    }
}
