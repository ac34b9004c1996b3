package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class GroupCommitTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static AuditRow look(String pensionerId) {
        return new AuditRow(
                NOW,
                "a1",
                "M. D.",
                Role.AGENT,
                OfficeCode.LUX,
                AuditAct.FILE_READ,
                pensionerId,
                "c1",
                "call",
                "read",
                true);
    }

    @Test
    void where_a_row_was_just_added_the_store_can_be_written_and_nobody_is_waited_for_to_find_out() throws Exception {
        database.append(tx -> tx.audit().add(look("p1")));
        Future<?> asked = database.write(_ -> {
            FutureTask<Boolean> asking = new FutureTask<>(database::tryToWrite, true);
            Thread.ofPlatform().start(asking);
            assertThat(asking).succeedsWithin(Duration.ofSeconds(4));
            return asking;
        });
        assertThat(asked).isDone();
    }

    @Test
    void a_hundred_looks_at_once_are_all_on_record_when_they_are_shown()
            throws InterruptedException, ExecutionException {
        List<Callable<Integer>> looks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String person = "p" + i;
            looks.add(() -> {
                database.append(tx -> tx.audit().add(look(person)));
                return database.read((Tx tx) -> tx.audit().page(person, null, 10))
                        .entries()
                        .size();
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> look : threads.invokeAll(looks)) {
                assertThat(look.get()).isEqualTo(1);
            }
        }
        assertThat(database.read((Tx tx) -> tx.audit().page(null, null, 200)).entries())
                .extracting(entry -> entry.sequence())
                .startsWith(100L)
                .endsWith(1L)
                .hasSize(100);
    }

    @Test
    void what_cannot_be_recorded_is_refused_and_the_others_at_the_same_moment_are_not() {
        assertThatThrownBy(() -> database.append(tx -> tx.events().add("nobody", new Event.AccountRequested(NOW))))
                .isInstanceOf(RuntimeException.class);
        database.append(tx -> tx.audit().add(look("p1")));
        assertThat(database.read((Tx tx) -> tx.audit().page("p1", null, 10)).entries())
                .hasSize(1);
    }

    @Test
    void nothing_more_is_recorded_once_the_store_is_closed() {
        database.close();
        assertThatThrownBy(() -> database.append(tx -> tx.audit().add(look("p1"))))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
