package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.store.Backup;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store is backed up while a backend and another program work on it; on what is restored a backend goes on. */
class RestoredStoreTest {
    private static final String SOMEBODY = "somebody-";
    private static final Duration STEP = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void what_was_recorded_before_a_backup_is_there_after_it_and_the_work_goes_on() throws Exception {
        Path file = folder.resolve("guichet.backup");
        String restored = folder.resolve("restored").resolve("guichet.db").toString();
        int before;
        int after;
        try (RunningBackend running = new RunningBackend(folder);
                Database beside = Database.open(Stores.url(folder))) {
            Caller agent = running.as(Role.AGENT);
            Steps.verify(agent, RunningBackend.AT_THE_SMS);
            assertThat(resend(agent).status()).isEqualTo(202);

            Writer writer = new Writer(beside);
            writer.begin();
            before = writer.written.get();
            Backup.of(Stores.url(folder)).into(file, false);
            after = writer.end();
            assertThat(resend(agent).problem()).isEqualTo("too-many-requests");
        }

        Backup.of(restored).from(file);

        try (Database copy = Database.open(restored);
                Backend backend = Backend.start(BackendSettings.training(restored, 0)
                        .withClock(() -> RunningBackend.NINE_OCLOCK.plus(STEP.multipliedBy(2))))) {
            int there = copy.read(RestoredStoreTest::people);
            assertThat(there).isBetween(before, after);
            assertThat(copy.<Integer>read(tx ->
                            tx.events().history(SOMEBODY + (there - 1)).events().size()))
                    .isEqualTo(2);
            assertThat(messages(copy)).isEqualTo(1);

            Caller agent = new Caller(
                    backend.url(), backend.tokens().get(Role.AGENT), Contract.read(), new ConcurrentLinkedQueue<>());
            assertThat(Steps.open(agent, RunningBackend.AT_THE_SMS).id()).isEqualTo(RunningBackend.AT_THE_SMS);
            Steps.verify(agent, RunningBackend.AT_THE_SMS);
            assertThat(resend(agent).status()).isEqualTo(202);
            assertThat(messages(copy)).isEqualTo(2);
        }
    }

    private static int messages(Database store) {
        return store.read(tx -> tx.messages().of(RunningBackend.AT_THE_SMS).size());
    }

    private static Caller.Answered resend(Caller agent) {
        return Steps.resend(agent, RunningBackend.AT_THE_SMS, Steps.key());
    }

    /** How many of those whom the writer has added are there without a gap. */
    private static int people(Tx tx) {
        int people = 0;
        while (tx.pensioners().find(SOMEBODY + people).isPresent()) {
            people++;
        }
        return people;
    }

    /** Adds one person with two events after the other, each in a transaction. */
    private static final class Writer {
        private static final int WARM = 20;

        private final AtomicInteger written = new AtomicInteger();
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final CountDownLatch warm = new CountDownLatch(WARM);
        private final FutureTask<Integer> work;

        Writer(Database database) {
            work = new FutureTask<>(() -> {
                while (going.get()) {
                    database.execute(this::write);
                    written.incrementAndGet();
                    warm.countDown();
                }
                return written.get();
            });
        }

        private void write(Tx tx) {
            String id = SOMEBODY + written.get();
            tx.pensioners().add(Stores.somebody(id, "Rossi", "Anna", null, null));
            for (Event event : List.of(
                    new Event.AccountRequested(Instant.EPOCH), new Event.PasswordSet(Instant.EPOCH.plusSeconds(1)))) {
                tx.events().add(id, event);
            }
        }

        void begin() throws InterruptedException {
            Thread.ofPlatform().daemon().start(work);
            warm.await();
        }

        int end() throws Exception {
            going.set(false);
            return work.get();
        }
    }
}
