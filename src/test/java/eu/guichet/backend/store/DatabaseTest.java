package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.Role;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class DatabaseTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody("p1")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static StoredMessage message(String id) {
        return new StoredMessage(id, "p1", MessageKind.CHALLENGE_SMS, "de", MessageStatus.QUEUED, NOW, NOW, null);
    }

    private static StoredLetter letter(String id) {
        return StoredLetter.ordered(
                id,
                "p1",
                LetterKind.CODE,
                LetterReference.draw(new Random(1)).value(),
                OfficeCode.LUX,
                PrintPlace.DESK,
                new StoredLetter.Person("a1", "M. D."),
                NOW,
                null);
    }

    private static StoredLetter.Claim claim(String id) {
        return new StoredLetter.Claim(id, NOW, new StoredLetter.Person("a1", "M. D."));
    }

    private static StoredContact contact(String id, String pensionerId) {
        return new StoredContact(
                id, pensionerId, "a1", "M. D.", OfficeCode.LUX, AccessReason.CALL, NOW, null, null, "");
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
    void a_person_comes_back_as_put_in() {
        assertThat(database.read((Tx tx) -> tx.pensioners().find("p1"))).contains(Stores.somebody("p1"));
    }

    @Test
    void a_pension_number_is_found_in_any_notation() {
        assertThat(database.read((Tx tx) -> tx.pensioners().byPensionNumber("10.p-1")))
                .map(Pensioner::id)
                .contains("p1");
    }

    @Test
    void an_act_that_fails_half_way_leaves_nothing_behind() {
        List<String> announced = new ArrayList<>();
        assertThatThrownBy(() -> database.execute(tx -> {
                    tx.messages().add(message("m1"));
                    tx.audit().add(look("p1"));
                    tx.afterCommit(() -> announced.add("m1"));
                    throw new IllegalStateException("half way");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.read((Tx tx) -> tx.messages().find("m1"))).isEmpty();
        assertThat(database.read((Tx tx) -> tx.audit().page(null, null, 10)).entries())
                .isEmpty();
        assertThat(announced).isEmpty();
    }

    @Test
    void what_is_announced_can_be_read_by_then() {
        List<Boolean> there = new ArrayList<>();
        database.execute(tx -> {
            tx.messages().add(message("m1"));
            tx.afterCommit(() -> there.add(
                    database.read(reader -> reader.messages().find("m1")).isPresent()));
        });
        assertThat(there).containsExactly(true);
    }

    @Test
    void a_failed_statement_does_not_say_whom_it_was_about() {
        assertThatThrownBy(() -> database.execute(tx -> tx.pensioners().add(Stores.somebody("p1"))))
                .isInstanceOf(JdbiException.class)
                .hasMessageNotContainingAny("Annelise", "10P1", "anna.mueller", "621123456");
    }

    @Test
    void whoever_is_interrupted_before_there_is_a_connection_is_told_that_the_store_is_not_available() {
        StoreLimits usual = StoreLimits.STANDARD;
        StoreLimits one = new StoreLimits(usual.lock(), usual.statement(), usual.idle(), usual.connect(), 1, 1);
        try (Database narrow = Database.open(Stores.url(folder), one)) {
            Throwable told = narrow.read(_ -> CompletableFuture.supplyAsync(
                            () -> {
                                Thread.currentThread().interrupt();
                                return catchThrowable(
                                        () -> narrow.read(tx -> tx.pensioners().count()));
                            },
                            work -> Thread.ofPlatform().start(work))
                    .join());
            assertThat(told).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void whoever_comes_when_the_store_is_closed_is_told_that_it_is_not_available() {
        database.close();
        assertThatThrownBy(() -> database.read(tx -> tx.pensioners().count()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> database.execute(tx -> tx.pensioners().add(Stores.somebody("p2"))))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_reader_cannot_write() {
        assertThatThrownBy(() -> database.read((Tx tx) -> {
                    tx.messages().add(message("m1"));
                    return true;
                }))
                .isInstanceOf(JdbiException.class);
    }

    @Test
    void everything_is_there_after_a_restart() {
        database.close();
        database = Stores.open(folder);
        assertThat(database.read((Tx tx) -> tx.pensioners().count())).isEqualTo(1);
    }

    @Test
    void missing_folders_are_made() {
        try (Database other = Database.open(folder.resolve("a/b/c.db").toString())) {
            assertThat(other.read((Tx tx) -> tx.pensioners().count())).isZero();
        }
    }

    @Test
    void a_folder_is_no_database() {
        assertThatThrownBy(() -> Database.open(folder.toString()))
                .isInstanceOf(CannotOpenException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void a_file_that_is_something_else_is_no_database() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Madame, Monsieur,\n".repeat(200));
        assertThatThrownBy(() -> Database.open(file.toString())).isInstanceOf(CannotOpenException.class);
        assertThatThrownBy(() -> Database.open("jdbc:oracle:thin:@host")).isInstanceOf(CannotOpenException.class);
    }

    @Test
    void a_hundred_writers_at_once_lose_no_audit_row_and_leave_no_gap()
            throws InterruptedException, ExecutionException {
        List<Callable<Void>> looks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            looks.add(() -> {
                database.execute(tx -> tx.audit().add(look("p1")));
                return null;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> look : threads.invokeAll(looks)) {
                look.get();
            }
        }
        assertThat(database.read((Tx tx) -> tx.audit().page(null, null, 200)).entries())
                .extracting(entry -> entry.sequence())
                .doesNotHaveDuplicates()
                .hasSize(100)
                .allMatch(sequence -> sequence >= 1 && sequence <= 100);
    }

    @Test
    void the_same_key_a_hundred_times_at_once_is_one_message() throws InterruptedException, ExecutionException {
        List<Callable<String>> clicks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String id = "m" + i;
            clicks.add(() -> database.write((Tx tx) -> tx.idempotency()
                    .find("a1", "key")
                    .map(Idempotency.Kept::resourceId)
                    .orElseGet(() -> {
                        tx.messages().add(message(id));
                        tx.idempotency().keep("a1", "key", new Idempotency.Kept("hash", id), NOW);
                        return id;
                    })));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = new ArrayList<>();
            for (Future<String> click : threads.invokeAll(clicks)) {
                answers.add(click.get());
            }
            assertThat(answers).containsOnly(answers.getFirst());
        }
        assertThat(database.read((Tx tx) -> tx.messages().of("p1"))).hasSize(1);
    }

    @Test
    void the_audit_trail_is_read_newest_first_page_by_page() {
        database.execute(tx -> {
            for (int i = 0; i < 5; i++) {
                tx.audit().add(look("p" + i % 2));
            }
        });
        var first = database.read((Tx tx) -> tx.audit().page(null, null, 3));
        assertThat(first.entries()).extracting(entry -> entry.sequence()).containsExactly(5L, 4L, 3L);
        var second = database.read((Tx tx) -> tx.audit().page(null, first.before(), 3));
        assertThat(second.entries()).extracting(entry -> entry.sequence()).containsExactly(2L, 1L);
        assertThat(second.before()).isNull();
        assertThat(database.read((Tx tx) -> tx.audit().page("p1", null, 10)).entries())
                .hasSize(2);
    }

    @Test
    void the_code_of_the_latest_claim_alone_is_kept() {
        CodeHash code = CodeHash.seal("one", QuickCodes.WORK);
        database.execute(tx -> {
            tx.letters().add(letter("l1"));
            tx.letters().claim("l1", claim("first"));
            tx.letters().claim("l1", claim("second"));
        });
        assertThat(database.write((Tx tx) -> tx.letters().seal("l1", "first", CodeHash.seal("other", QuickCodes.WORK))))
                .isFalse();
        assertThat(database.write((Tx tx) -> tx.letters().seal("l1", "second", code)))
                .isTrue();
        assertThat(database.read((Tx tx) -> tx.letters().find("l1")))
                .map(StoredLetter::code)
                .contains(code);
        database.execute(tx -> tx.letters().claim("l1", claim("third")));
        assertThat(database.read((Tx tx) -> tx.letters().find("l1"))
                        .orElseThrow()
                        .code())
                .as("of a document that is no longer the latest")
                .isNull();
    }

    @Test
    void a_claim_that_was_given_back_keeps_no_code() {
        database.execute(tx -> {
            tx.letters().add(letter("l1"));
            tx.letters().claim("l1", claim("first"));
            tx.letters().seal("l1", "first", CodeHash.seal("one", QuickCodes.WORK));
            tx.letters().release("l1", "first");
        });
        StoredLetter letter = database.read((Tx tx) -> tx.letters().find("l1")).orElseThrow();
        assertThat(letter.code()).isNull();
        assertThat(letter.claim())
                .isNotNull()
                .extracting(StoredLetter.Claim::at)
                .isNull();
        assertThat(database.write((Tx tx) -> tx.letters().seal("l1", "first", CodeHash.seal("one", QuickCodes.WORK))))
                .isFalse();
    }

    @Test
    void a_letter_is_found_by_reference_and_by_item_number() {
        database.execute(tx -> {
            tx.letters().add(letter("l1"));
            tx.letters().posted("l1", new ItemNumber("RR473124829LU"), "o1");
        });
        assertThat(database.read((Tx tx) ->
                        tx.letters().byReference(letter("l1").reference().toLowerCase(Locale.ROOT))))
                .isPresent();
        assertThat(database.read((Tx tx) -> tx.letters().byItemNumber("rr 473 124 829 lu")))
                .isPresent();
    }

    @Test
    void the_file_of_a_store_and_those_beside_it_are_their_owners_alone() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("alone.db");
        try (Database other = Database.open(file.toString())) {
            other.execute(tx -> tx.pensioners().add(Stores.somebody("p2")));
            try (var files = Files.list(folder)) {
                assertThat(files.filter(one -> one.getFileName().toString().startsWith("alone.db")))
                        .hasSize(3)
                        .allSatisfy(one -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                                .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void a_verification_serves_the_contact_in_which_it_was_made_until_it_runs_out_or_is_ended() {
        Verification verification = new Verification(VerificationMethod.DOCUMENT_SEEN, NOW, NOW.plus(MINUTE));
        database.execute(tx -> tx.verifications().add(contact("c1", "p1"), verification));
        assertThat(database.read((Tx tx) -> tx.verifications().inForce("c1", NOW)))
                .contains(verification);
        assertThat(database.read((Tx tx) -> tx.verifications().inForce("c2", NOW)))
                .isEmpty();
        assertThat(database.read((Tx tx) -> tx.verifications().inForce("c1", NOW.plus(MINUTE))))
                .isEmpty();
        database.execute(tx -> tx.verifications().end("c1", NOW.plusSeconds(1)));
        assertThat(database.read((Tx tx) -> tx.verifications().inForce("c1", NOW.plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void misses_of_one_agent_count_until_a_lock_answers_them_and_stop_nobody_else() {
        database.execute(tx -> {
            tx.verifications().miss("p1", by("a1"), NOW);
            tx.verifications().miss("p1", by("a2"), NOW.plusSeconds(1));
        });
        assertThat(database.read((Tx tx) -> tx.verifications().misses("p1", "a1", NOW.minus(MINUTE))))
                .isEqualTo(1);
        database.execute(tx -> tx.verifications().lock("p1", "a1", NOW.plusSeconds(1), NOW.plus(MINUTE)));
        assertThat(database.read((Tx tx) -> tx.verifications().misses("p1", "a1", NOW.minus(MINUTE))))
                .isZero();
        assertThat(database.read((Tx tx) -> tx.verifications().lock("p1", "a1", NOW.plusSeconds(2))))
                .isPresent();
        assertThat(database.read((Tx tx) -> tx.verifications().lock("p1", "a2", NOW.plusSeconds(2))))
                .isEmpty();
        assertThat(database.read((Tx tx) -> tx.verifications().misses("p1", "a2", NOW.minus(MINUTE))))
                .isEqualTo(1);
        assertThat(database.read((Tx tx) -> tx.verifications().lock("p1", "a1", NOW.plus(MINUTE))))
                .isEmpty();
    }

    @Test
    void a_report_counts_once_per_sender() {
        Reports.Kept report = new Reports.Kept("what", ProcessAnswer.RECORDED);
        database.execute(tx -> tx.reports().keep("rcam", "e1", report, NOW));
        assertThat(database.read((Tx tx) -> tx.reports().find("rcam", "e1"))).contains(report);
        assertThat(database.read((Tx tx) -> tx.reports().find("post", "e1"))).isEmpty();
    }

    private static Verifications.Missed by(String agentId) {
        return new Verifications.Missed(agentId, agentId, OfficeCode.BRU);
    }
}
