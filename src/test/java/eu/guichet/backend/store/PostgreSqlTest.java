package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.OfficeCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an institution's server does that a file does not. */
class PostgreSqlTest {
    private static final StoreLimits SHORT =
            new StoreLimits(Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofSeconds(10));
    private static final long PATIENCE_SECONDS = 30;

    private final String name = PostgresServer.running().newDatabase();
    private final String url = PostgresServer.running().url(name);
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(url, SHORT);
        database.execute(tx -> List.of("p1", "p2").forEach(id -> tx.pensioners().add(Stores.somebody(id))));
    }

    @AfterEach
    void close() {
        database.close();
        PostgresServer.running().drop(name);
    }

    private void administrator(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(PostgresServer.running().url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void endEveryConnection() throws SQLException {
        administrator("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void acts_about_different_people_run_side_by_side() throws ExecutionException, InterruptedException {
        CountDownLatch otherIsDone = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = threads.submit(() -> database.executeAbout("p1", tx -> {
                tx.verifications().miss("p1", by("a1"), Instant.EPOCH);
                await(otherIsDone);
            }));
            database.executeAbout("p2", tx -> tx.verifications().miss("p2", by("a2"), Instant.EPOCH));
            otherIsDone.countDown();
            slow.get();
        }
        assertThat(database.read(tx -> tx.verifications().misses("p1", "a1", Instant.EPOCH.minusSeconds(1)))
                        + database.read(tx -> tx.verifications().misses("p2", "a2", Instant.EPOCH.minusSeconds(1))))
                .isEqualTo(2);
    }

    @Test
    void whoever_waits_too_long_for_another_about_the_same_person_is_told_that_the_store_is_busy()
            throws ExecutionException, InterruptedException {
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holder = threads.submit(() -> database.executeAbout("p1", _ -> {
                holds.countDown();
                await(refused);
            }));
            await(holds);
            assertThatThrownBy(() -> database.executeAbout("p1", _ -> {}))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("55P03");
            refused.countDown();
            holder.get();
        }
    }

    /** Nodes that start at the same moment; one of them may be slow in what it has begun. */
    @Test
    void who_is_just_taking_a_periodic_task_or_giving_it_up_is_waited_for_by_nobody() {
        database.executeBeside(tx -> {
            assertThat(tx.taskLeases().take("t", "a", Duration.ofHours(1))).isTrue();
            assertThat(taken("t", "b"))
                    .as("while a takes it for the first time")
                    .isFalse();
            assertThat(taken("other", "b")).isTrue();
        });
        assertThat(taken("t", "b")).isFalse();
        database.executeBeside(tx -> {
            tx.taskLeases().release("t", "a");
            assertThat(taken("t", "b")).as("while a gives it up").isFalse();
        });
        database.executeBeside(tx -> {
            assertThat(tx.taskLeases().take("t", "b", Duration.ofHours(1))).isTrue();
            assertThat(taken("t", "c")).as("while b takes it over").isFalse();
        });
        assertThat(taken("t", "a")).isFalse();
    }

    /** By somebody else: on one thread it would be the same transaction. */
    private boolean taken(String task, String holder) {
        return CompletableFuture.supplyAsync(() ->
                        database.<Boolean>writeBeside(tx -> tx.taskLeases().take(task, holder, Duration.ofHours(1))))
                .join();
    }

    @Test
    void nobody_reads_later_because_somebody_writes() {
        List<String> read = database.writeAbout("p1", tx -> {
            tx.verifications().miss("p1", by("a1"), Instant.EPOCH);
            return database.read(other -> List.of(
                    other.pensioners().find("p1").orElseThrow().id(),
                    String.valueOf(other.verifications().misses("p1", "a1", Instant.EPOCH.minusSeconds(1)))));
        });
        assertThat(read).containsExactly("p1", "0");
    }

    @Test
    void a_server_that_was_started_again_is_found_again_without_a_restart_of_ours() throws SQLException {
        endEveryConnection();
        int refused = 0;
        while (!written()) {
            refused++;
            assertThat(refused).as("connections of the old server").isLessThan(20);
        }
        while (!answered(() -> database.read(tx -> tx.pensioners().find("p1")))) {
            refused++;
            assertThat(refused).as("connections of the old server").isLessThan(20);
        }
    }

    private boolean written() {
        return answered(() -> database.executeAbout("p1", tx -> tx.contacts().touch("none", Instant.EPOCH)));
    }

    private static boolean answered(Runnable asked) {
        try {
            asked.run();
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    @Test
    void a_server_that_only_reads_for_now_is_busy_and_a_later_connection_writes() throws SQLException {
        administrator("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        endEveryConnection();
        int refused = 0;
        String told = "";
        while (!told.contains("25006")) {
            try {
                database.executeAbout("p1", tx -> tx.contacts().touch("none", Instant.EPOCH));
            } catch (StoreUnavailableException e) {
                told = String.valueOf(e.getMessage());
            }
            assertThat(++refused).isLessThan(20);
        }
        administrator("ALTER DATABASE " + name + " SET default_transaction_read_only = off");
        // meanwhile the pool may have made others that can only read
        int more = 0;
        while (!written()) {
            assertThat(++more)
                    .as("each connection that can only read is used once")
                    .isLessThan(20);
        }
    }

    @Test
    void what_came_of_a_transaction_is_asked_of_the_server() {
        Jdbi jdbi = Jdbi.create(url);
        PostgreSql engine = new PostgreSql(url, SHORT);
        // each is closed by whoever asks over it
        Iterator<Handle> before = List.of(jdbi.open(), jdbi.open(), jdbi.open()).iterator();
        String kept = named(jdbi, engine, Handle::commit);
        String given = named(jdbi, engine, Handle::rollback);
        assertThat(engine.committed(before::next, kept)).contains(true);
        assertThat(engine.committed(before::next, given)).contains(false);
        assertThat(engine.committed(before::next, "9000000000 4000000000"))
                .as("one that this server has never had")
                .isEmpty();
    }

    @Test
    void whether_a_server_has_crashed_since_is_not_known_of_a_connection_that_came_later() {
        Jdbi jdbi = Jdbi.create(url);
        PostgreSql engine = new PostgreSql(url, SHORT);
        String kept = named(jdbi, engine, Handle::commit);
        assertThat(engine.committed(jdbi::open, kept)).isEmpty();
    }

    private static String named(Jdbi jdbi, PostgreSql engine, java.util.function.Consumer<Handle> end) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            handle.execute("UPDATE counter SET value = value + 1 WHERE name = 'people'");
            String name = engine.nameOfTransaction(handle, false);
            end.accept(handle);
            return String.valueOf(name);
        }
    }

    @Test
    void a_key_that_is_used_about_two_people_at_once_is_kept_for_one_of_them()
            throws ExecutionException, InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = List.of("p1", "p2").stream()
                    .map(id -> threads.submit(() -> database.writeAbout(
                            id,
                            tx -> tx.idempotency()
                                    .find("a1", "key")
                                    .map(Idempotency.Kept::resourceId)
                                    .orElseGet(() -> {
                                        both.countDown();
                                        await(both);
                                        tx.idempotency()
                                                .keep("a1", "key", new Idempotency.Kept("hash", id), Instant.EPOCH);
                                        return id;
                                    }))))
                    .toList();
            assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
        }
    }

    private static Verifications.Missed by(String agentId) {
        return new Verifications.Missed(agentId, agentId, OfficeCode.BRU);
    }
}
