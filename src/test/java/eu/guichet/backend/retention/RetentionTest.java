package eu.guichet.backend.retention;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.Batches;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Idempotency;
import eu.guichet.backend.store.Lease;
import eu.guichet.backend.store.OldRows;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.PrintLease;
import eu.guichet.backend.store.Reports;
import eu.guichet.backend.store.SmsPart;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.Role;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(4000));
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final CodeHash HASH = new CodeHash("PBKDF2WithHmacSHA256:1:c2FsdA==:aGFzaA==");
    private static final StoredLetter.Person SOMEBODY = new StoredLetter.Person("agent", "Somebody");
    private static final RetentionSettings SETTINGS = RetentionSettings.STANDARD;

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody("p")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Retention retention() {
        return new Retention(database, SETTINGS, Policy.standard(), () -> NOW, new TheOnlyNode());
    }

    private void untilNothingIsLeftToDo() {
        Retention retention = retention();
        while (retention.round()) {
            assertThat(retention.state()).isEqualTo(PeriodicTask.State.OFF);
        }
    }

    /** One that is just too old, and one that is not. */
    private static Map<String, Instant> around(Duration kept) {
        return Map.of(
                "old", NOW.minus(kept).minus(A_MOMENT), "young", NOW.minus(kept).plus(A_MOMENT));
    }

    private boolean there(Predicate<Tx> question) {
        return database.<Boolean>read(question::test);
    }

    private static boolean key(Tx tx, String key) {
        return tx.idempotency().find("agent", key).isPresent();
    }

    private void keys(int count) {
        database.execute(tx -> {
            for (int i = 0; i < count; i++) {
                keep(tx, "k" + i, LONG_AGO.plusMillis(i));
            }
        });
    }

    private static void keep(Tx tx, String key, Instant at) {
        tx.idempotency().keep("agent", key, new Idempotency.Kept("hash", "p"), at);
    }

    private long keysLeft() {
        return database.<Integer>read(
                tx -> tx.oldRows().oldest(OldRows.Kind.KEY, NOW, 10_000).size());
    }

    private static StoredContact contact(String id, String agent, Instant opened) {
        return new StoredContact(
                id,
                "p",
                agent,
                "Somebody",
                OfficeCode.LUX,
                new AccessReason("call"),
                opened,
                null,
                null,
                "calls back on Monday");
    }

    private static void message(Tx tx, String id, MessageStatus status, Instant at) {
        tx.messages().add(new StoredMessage(id, "p", MessageKind.CHALLENGE_SMS, "fr", status, at, at, null));
        tx.smsParts().add(new SmsPart(id, "first", 1, 1, "gateway-" + id, status));
    }

    @Test
    void keys_and_reports_go_when_their_time_is_over_and_not_before() {
        database.execute(tx -> {
            around(SETTINGS.keys()).forEach((key, at) -> keep(tx, key, at));
            around(SETTINGS.reports())
                    .forEach((id, at) ->
                            tx.reports().keep("rcam", id, new Reports.Kept("hash", ProcessAnswer.RECORDED), at));
        });

        untilNothingIsLeftToDo();

        assertThat(there(tx -> key(tx, "old"))).isFalse();
        assertThat(there(tx -> key(tx, "young"))).isTrue();
        assertThat(there(tx -> tx.reports().find("rcam", "old").isPresent())).isFalse();
        assertThat(there(tx -> tx.reports().find("rcam", "young").isPresent())).isTrue();
    }

    @Test
    void a_message_goes_with_its_parts_unless_it_waits_or_was_heard_of_lately() {
        database.execute(tx -> {
            around(SETTINGS.messages()).forEach((id, at) -> message(tx, id, MessageStatus.SENT, at));
            message(tx, "waiting", MessageStatus.QUEUED, LONG_AGO);
            message(tx, "heard-of", MessageStatus.SENT, LONG_AGO);
            tx.messages().set("heard-of", MessageStatus.DELIVERED, NOW.minus(Duration.ofDays(1)), null);
        });

        untilNothingIsLeftToDo();

        assertThat(there(tx -> tx.messages().find("old").isPresent())).isFalse();
        assertThat(there(tx -> tx.smsParts().of("old").isEmpty())).isTrue();
        for (String id : List.of("young", "waiting", "heard-of")) {
            assertThat(there(tx -> tx.messages().find(id).isPresent())).as(id).isTrue();
            assertThat(there(tx -> tx.smsParts().of(id).isEmpty())).as(id).isFalse();
        }
    }

    @Test
    void the_hash_of_a_code_goes_before_its_message_does() {
        Instant expired = NOW.minus(SETTINGS.codes()).minus(A_MOMENT);
        Instant asked = expired.minus(Duration.ofMinutes(10));
        database.execute(tx -> {
            message(tx, "m", MessageStatus.QUEUED, asked);
            Lease lease = tx.messages().lease(asked, Duration.ofMinutes(1), 1).getFirst();
            tx.codes().issue(lease, HASH, asked, expired);
            tx.messages().settle(lease, MessageStatus.SENT, asked, null);
        });
        assertThat(there(tx ->
                        tx.codes().alive("p", MessageKind.CHALLENGE_SMS, asked).isPresent()))
                .isTrue();

        untilNothingIsLeftToDo();

        assertThat(there(tx ->
                        tx.codes().alive("p", MessageKind.CHALLENGE_SMS, asked).isPresent()))
                .isFalse();
        assertThat(there(tx -> tx.messages().find("m").isPresent())).isTrue();
    }

    @Test
    void closed_contacts_go_and_an_open_one_stays_however_old() {
        database.execute(tx -> {
            around(SETTINGS.contacts()).forEach((id, at) -> {
                tx.contacts().add(contact(id, "agent", LONG_AGO));
                tx.contacts().close(id, at);
            });
            tx.contacts().add(contact("open", "agent", LONG_AGO));
        });

        untilNothingIsLeftToDo();

        assertThat(there(tx -> tx.contacts().find("old").isPresent())).isFalse();
        assertThat(there(tx -> tx.contacts().find("young").isPresent())).isTrue();
        assertThat(there(tx -> tx.contacts().find("open").isPresent())).isTrue();
    }

    @Test
    void verifications_misses_and_locks_go_and_those_in_force_stay() {
        StoredContact contact = contact("c", "agent", LONG_AGO);
        Verifications.Missed by = new Verifications.Missed("agent", "Somebody", OfficeCode.LUX);
        database.execute(tx -> {
            for (Instant until : List.of(LONG_AGO, NOW.plusSeconds(60))) {
                tx.verifications()
                        .add(contact, new Verification(VerificationMethod.CALLED_BACK, until.minusSeconds(60), until));
                tx.verifications().lock("p", "agent", until.minusSeconds(60), until);
            }
            tx.verifications().miss("p", by, LONG_AGO);
            tx.verifications().miss("p", by, NOW.minusSeconds(1));
        });

        untilNothingIsLeftToDo();

        for (OldRows.Kind kind : List.of(OldRows.Kind.VERIFICATION, OldRows.Kind.MISS, OldRows.Kind.LOCK)) {
            assertThat(there(tx ->
                            tx.oldRows().oldest(kind, NOW.plusSeconds(3600), 10).size() == 1))
                    .as(kind.name())
                    .isTrue();
        }
        assertThat(there(tx -> tx.verifications().inForce("c", NOW).isPresent()))
                .isTrue();
        assertThat(there(tx -> tx.verifications().lock("p", "agent", NOW).isPresent()))
                .isTrue();
    }

    private static StoredLetter letter(Tx tx, String id, LetterState state) {
        StoredLetter letter = StoredLetter.ordered(
                id,
                "p",
                LetterKind.CODE,
                "LTR-" + id,
                OfficeCode.LUX,
                PrintPlace.LETTER_DESK,
                SOMEBODY,
                LONG_AGO,
                null);
        tx.letters().add(letter);
        tx.letters().project(id, new StoredLetter.Standing(state, null, null, null, null, null));
        return letter;
    }

    private static void job(Tx tx, String id, StoredLetter letter, Instant over) {
        StoredPrintJob job = StoredPrintJob.ordered(id, letter, SOMEBODY, LONG_AGO);
        tx.printJobs().add(job);
        PrintLease lease = tx.printJobs().lease(over, Duration.ofMinutes(1), 1).getFirst();
        tx.printJobs().put(lease, job.now(PrintState.FAILED, null, over), null);
    }

    private List<Instant> jobsLeft() {
        return database.<List<Instant>>read(tx -> tx.oldRows().oldest(OldRows.Kind.PRINT_JOB, NOW, 10));
    }

    @Test
    void a_print_job_that_is_over_goes_unless_its_letter_is_to_be_printed_still() {
        database.execute(tx -> {
            StoredLetter gone = letter(tx, "gone", LetterState.VOIDED);
            around(SETTINGS.jobs()).forEach((id, at) -> job(tx, id, gone, at));
            job(tx, "asked", letter(tx, "waits", LetterState.GENERATED), LONG_AGO);
        });

        untilNothingIsLeftToDo();

        assertThat(jobsLeft()).containsExactly(NOW.minus(SETTINGS.jobs()).plus(A_MOMENT));
        assertThat(there(tx -> tx.printJobs().latest("waits").isPresent())).isTrue();
    }

    @Test
    void a_batch_goes_when_nothing_has_moved_in_it_for_long_and_its_letters_stay() {
        database.execute(tx -> {
            letter(tx, "l", LetterState.GENERATED);
            around(SETTINGS.jobs())
                    .forEach((id, at) -> tx.batches()
                            .add(
                                    StoredBatch.started(
                                            id, OfficeCode.LUX, PrintingBy.DESK, SOMEBODY, Role.LETTER_OFFICER, at),
                                    List.of(new Batches.Beginning("p", "l", false))));
            tx.batches()
                    .add(
                            StoredBatch.started(
                                    "at work",
                                    OfficeCode.BRU,
                                    PrintingBy.DESK,
                                    SOMEBODY,
                                    Role.LETTER_OFFICER,
                                    LONG_AGO),
                            List.of(new Batches.Beginning("p", null, true)));
        });

        untilNothingIsLeftToDo();

        assertThat(there(tx -> tx.batches().find("old").isPresent())).isFalse();
        assertThat(there(tx -> tx.batches().items("old").isEmpty())).isTrue();
        assertThat(there(tx -> tx.batches().items("young").size() == 1)).isTrue();
        assertThat(there(tx -> tx.batches().find("at work").isPresent())).isTrue();
        assertThat(there(tx -> tx.letters().find("l").isPresent())).isTrue();
    }

    @Test
    void histories_and_the_audit_trail_are_kept_for_ever() {
        database.execute(tx -> {
            tx.events().add("p", new Event.AccountRequested(LONG_AGO));
            tx.audit()
                    .add(new AuditRow(
                            LONG_AGO,
                            "agent",
                            "Somebody",
                            Role.AGENT,
                            OfficeCode.LUX,
                            AuditAct.FILE_READ,
                            "p",
                            null,
                            null,
                            "read",
                            false));
        });

        untilNothingIsLeftToDo();

        assertThat(there(tx -> tx.events().history("p").events().size() == 1)).isTrue();
        assertThat(there(tx -> tx.audit().page("p", null, 10).entries().size() == 1))
                .isTrue();
    }

    @Test
    void one_round_takes_few_rows_so_that_nobody_waits_for_it_long() {
        keys(2 * Retention.AT_ONCE + 50);
        Retention retention = retention();

        assertThat(retention.round()).isTrue();

        assertThat(keysLeft()).isEqualTo(Retention.AT_ONCE + 50);
        assertThat(there(tx -> key(tx, "k0"))).isFalse();
    }

    @Test
    void two_backends_remove_the_same_rows_side_by_side_while_an_act_is_recorded() {
        keys(10 * Retention.AT_ONCE);
        try (Retention one = retention();
                Retention other = retention()) {
            one.start();
            other.start();
            int[] acts = new int[1];
            await(() -> {
                acts[0]++;
                database.executeAbout(
                        "p", tx -> tx.events().add("p", new Event.AccountRequested(NOW.plusSeconds(acts[0]))));
                return keysLeft() == 0;
            });
            assertThat(one.state()).isEqualTo(PeriodicTask.State.UP);
            assertThat(other.state()).isEqualTo(PeriodicTask.State.UP);
            assertThat(there(tx -> tx.events().history("p").events().size() == acts[0]))
                    .isTrue();
        }
    }

    @Test
    void a_running_backend_does_it_by_itself() {
        keys(3);
        BackendSettings usual = BackendSettings.training(Stores.url(folder), 0);
        BackendSettings earnest = BackendSettings.production(usual.database(), usual.institution())
                .withPort(0)
                .withClock(() -> NOW);
        try (Backend running = Backend.start(earnest)) {
            assertThat(running.url()).isNotNull();
            await(() -> keysLeft() == 0);
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it does not come").isBefore(deadline);
        }
    }

    private record TheOnlyNode() implements OneNode.Leases {
        @Override
        public boolean take(String task, String holder, Duration length) {
            return true;
        }

        @Override
        public void release(String task, String holder) {}
    }
}
