package eu.guichet.backend.limits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.contract.Role;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class HourlyLimitsTest {
    private static final Principal MARC = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);
    private static final Principal ANNA = new Principal("a2", "A. B.", Role.AGENT, OfficeCode.BRU);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private Database database;
    private HourlyLimits limits;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        limits = limits(database, "3");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private HourlyLimits limits(Database store, String searches) {
        return new HourlyLimits(
                store,
                Policy.standard().changedBy(Map.of("limits.searches", searches, "limits.files", "0")),
                () -> now);
    }

    @Test
    void so_many_and_no_more_and_one_comes_back_after_its_part_of_the_hour() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.spend(MARC, Limit.SEARCHES)).isNull();
        }
        HourlyLimits.Reached reached = Objects.requireNonNull(limits.spend(MARC, Limit.SEARCHES));
        assertThat(reached.until()).isEqualTo(now.plus(Duration.ofMinutes(20)));
        now = reached.until();
        assertThat(limits.spend(MARC, Limit.SEARCHES)).isNull();
        assertThat(limits.spend(MARC, Limit.SEARCHES)).isNotNull();
    }

    @Test
    void one_agent_uses_up_nothing_of_another_and_one_limit_nothing_of_another() {
        for (int i = 0; i < 4; i++) {
            limits.spend(MARC, Limit.SEARCHES);
        }
        assertThat(limits.spend(ANNA, Limit.SEARCHES)).isNull();
        assertThat(limits.spend(MARC, Limit.LETTERS)).isNull();
    }

    @Test
    void nought_is_no_limit() {
        for (int i = 0; i < 1000; i++) {
            assertThat(limits.spend(MARC, Limit.FILES)).isNull();
        }
    }

    @Test
    void a_program_that_goes_on_asking_is_told_of_once_a_minute() {
        for (int i = 0; i < 3; i++) {
            limits.spend(MARC, Limit.SEARCHES);
        }
        assertThat(limits.spend(MARC, Limit.SEARCHES)).matches(HourlyLimits.Reached::toBeTold);
        assertThat(limits.spend(MARC, Limit.SEARCHES)).matches(reached -> !reached.toBeTold());
        now = now.plusSeconds(61);
        assertThat(limits.spend(MARC, Limit.SEARCHES)).matches(HourlyLimits.Reached::toBeTold);
    }

    @Test
    void what_is_asked_for_is_in_the_store_with_the_next_row_that_is_written_there() {
        limits.spend(MARC, Limit.SEARCHES);
        limits.spend(MARC, Limit.SEARCHES);
        assertThat(usedUp()).isZero();
        database.append(_ -> {});
        assertThat(usedUp()).isEqualTo(1);
        assertThat(limits.spend(MARC, Limit.SEARCHES)).isNull();
        assertThat(limits.spend(MARC, Limit.SEARCHES)).isNotNull();
    }

    private int usedUp() {
        return database.read(tx -> tx.limitUses().usedAfter(0)).size();
    }

    @Test
    void what_another_node_has_let_through_counts_here_too() {
        try (Database elsewhere = Stores.open(folder)) {
            HourlyLimits there = limits(elsewhere, "100");
            HourlyLimits here = limits(database, "100");
            int allowed = 0;
            for (int i = 0; i < 150; i++) {
                HourlyLimits one = i % 3 == 0 ? here : there;
                allowed += one.spend(MARC, Limit.SEARCHES) == null ? 1 : 0;
                (i % 3 == 0 ? database : elsewhere).append(_ -> {});
            }
            assertThat(allowed).isEqualTo(100);
        }
    }

    @Test
    void nothing_that_many_are_refused_at_once_is_lost() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            limits.spend(MARC, Limit.SEARCHES);
        }
        List<Thread> callers = IntStream.range(0, 20)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 50; i++) {
                        limits.refused(MARC, Limit.SEARCHES.key());
                        if (i % 10 == 0) {
                            database.append(_ -> {});
                        }
                    }
                }))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        limits.refused(ANNA, "misses");
        database.append(_ -> {});
        List<ReachedLimit> reached = database.read(tx -> tx.limitUses().reached(EnumSet.of(OfficeCode.LUX), now));
        assertThat(reached)
                .containsExactly(new ReachedLimit("a1", "M. D.", OfficeCode.LUX, "searches", 1000, 1000, now));
    }
}
