package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.access.NamedAgent;
import eu.guichet.backend.store.QuickCodes;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Alert;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.Justification;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.VerificationRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents with names of their own at desks of their own, over one database. */
class TwoDesksTest {
    private static final List<String> STAFF = List.of(
            "Anna Berger:agent:BRU",
            "Bruno Costa:letter-officer:BRU",
            "Emil Novak:letter-officer:BRU",
            "Chloé Petit:supervisor:BRU",
            "Fanny Maes:supervisor:BRU",
            "Dirk Peeters:supervisor:LUX");
    private static final Instant WEDNESDAY_MORNING = Instant.parse("2026-11-25T09:00:00Z");
    private static final Set<String> TAKEN = new HashSet<>();

    @TempDir
    static Path folder;

    private static Backend backend;
    private static GuichetClient anna;
    private static GuichetClient bruno;
    private static GuichetClient emil;
    private static GuichetClient chloe;
    private static GuichetClient fanny;
    private static GuichetClient dirk;

    @BeforeAll
    static void start() {
        QuickCodes.use();
        backend = Backend.start(
                BackendSettings.training(folder.resolve("guichet.db").toString(), 300)
                        .withClock(() -> WEDNESDAY_MORNING)
                        .withAgents(STAFF.stream().map(NamedAgent::of).toList()));
        anna = desk("Anna Berger");
        bruno = desk("Bruno Costa");
        emil = desk("Emil Novak");
        chloe = desk("Chloé Petit");
        fanny = desk("Fanny Maes");
        dirk = desk("Dirk Peeters");
    }

    @AfterAll
    static void stop() {
        Stream.of(anna, bruno, emil, chloe, fanny, dirk).forEach(GuichetClient::close);
        backend.close();
    }

    @Test
    void each_desk_knows_by_name_who_sits_there() {
        Me me = bruno.me();
        assertThat(me.name()).isEqualTo("Bruno Costa");
        assertThat(me.role()).isEqualTo(Role.LETTER_OFFICER);
        assertThat(dirk.me().office()).isEqualTo(OfficeCode.LUX);
        // it is logged with every request
        assertThat(me.id()).startsWith("letter-officer-").doesNotContainIgnoringCase("bruno");
        assertThat(Stream.of(anna, bruno, emil, chloe, fanny, dirk)
                        .map(desk -> desk.me().id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whoever_opens_a_file_sees_which_colleague_has_it_open() throws InterruptedException {
        BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
        BlockingQueue<GuichetClient.Connection> connections = new LinkedBlockingQueue<>();
        PensionerFile file = somebody(candidate -> true);
        try (GuichetClient.Subscription _ = anna.listen(events::add, connections::add)) {
            assertThat(connections.poll(30, TimeUnit.SECONDS)).isEqualTo(GuichetClient.Connection.CONNECTED);
            PensionerFile same = opened(bruno, file.id());
            assertThat(Told.next(events, LiveEvent.AlsoOpen.class).colleague()).isEqualTo("Bruno Costa");
            bruno.closeContact(same.openContact().id());
            assertThat(Told.next(events, LiveEvent.NobodyElse.class).pensionerId())
                    .isEqualTo(file.id());
        }
    }

    @Test
    void a_letter_generated_from_what_a_colleague_has_changed_meanwhile_is_refused() {
        PensionerFile first = somebody(TwoDesksTest::letterOpen);
        PensionerFile second = opened(bruno, first.id());
        anna.verify(first.openContact(), VerificationRequest.calledBack());
        bruno.verify(second.openContact(), VerificationRequest.calledBack());
        String seenByBoth = anna.open(first.openContact()).etag();
        assertThat(bruno.open(second.openContact()).etag()).isEqualTo(seenByBoth);

        Letter letter = anna.generateLetter(first.openContact(), seenByBoth, wanted(first), IdempotencyKey.create())
                .done();

        assertRefused(
                ProblemType.FILE_CHANGED,
                () -> bruno.generateLetter(second.openContact(), seenByBoth, wanted(first), IdempotencyKey.create()));
        PensionerFile after = bruno.open(second.openContact());
        assertThat(after.letters().getFirst().id()).isEqualTo(letter.id());
        assertThat(after.letters()).hasSize(first.letters().size() + 1);
    }

    @Test
    void what_an_agent_has_frozen_only_a_supervisor_of_the_office_lifts() {
        PensionerFile file = somebody(candidate -> candidate.office() == OfficeCode.BRU
                && candidate.action(ActionKind.REPORT_NOT_ME).orElseThrow().open());
        anna.freeze(file.openContact(), IdempotencyKey.create());
        assertThat(anna.open(file.openContact()).alerts())
                .extracting(FileAlert::kind)
                .contains(Alert.FROZEN);

        String reason = "Called back on the number on file.";
        for (GuichetClient other : List.of(anna, bruno, dirk)) {
            assertRefused(ProblemType.NOT_ALLOWED, () -> other.liftAlert(file.id(), Alert.FROZEN, reason));
        }
        chloe.liftAlert(file.id(), Alert.FROZEN, reason);
        assertThat(anna.open(file.openContact()).alerts())
                .extracting(FileAlert::kind)
                .doesNotContain(Alert.FROZEN);
    }

    @Test
    void a_supervisor_who_froze_a_file_does_not_lift_it_alone() {
        PensionerFile file = somebody(candidate -> candidate.office() == OfficeCode.BRU
                && candidate.action(ActionKind.REPORT_NOT_ME).orElseThrow().open());
        PensionerFile atChloe = opened(chloe, file.id());
        chloe.freeze(atChloe.openContact(), IdempotencyKey.create());
        FileAlert frozen = chloe.open(atChloe.openContact()).alerts().getFirst();
        assertThat(frozen.liftable()).isFalse();
        assertThat(frozen.sentence()).contains("une autre personne de la supervision");
        assertThat(opened(fanny, file.id()).alerts().getFirst().liftable()).isTrue();

        String reason = "Called back on the number on file.";
        assertRefused(ProblemType.NOT_ALLOWED, () -> chloe.liftAlert(file.id(), Alert.FROZEN, reason));
        fanny.liftAlert(file.id(), Alert.FROZEN, reason);
        assertThat(chloe.open(atChloe.openContact()).alerts()).isEmpty();
    }

    @Test
    void a_supervisor_who_missed_five_times_does_not_end_the_lock_alone() {
        PensionerFile file = somebody(candidate -> candidate.office() == OfficeCode.BRU);
        PensionerFile atChloe = opened(chloe, file.id());
        VerificationRequest wrong = VerificationRequest.dataPoints("10000000", LocalDate.of(1931, 1, 1), "9999");
        for (int miss = 0; miss < 5; miss++) {
            var _ = chloe.verify(atChloe.openContact(), wrong);
        }
        String reason = "The number was read from the wrong line.";
        assertRefused(ProblemType.NOT_ALLOWED, () -> chloe.unlockVerification(file.id(), new Justification(reason)));
        fanny.unlockVerification(file.id(), new Justification(reason));
        assertThat(chloe.verify(atChloe.openContact(), VerificationRequest.calledBack())
                        .match())
                .isTrue();
    }

    @Test
    void what_one_letter_officer_has_recorded_another_does_not_take_back_but_a_supervisor_does() {
        PensionerFile file = somebody(candidate -> candidate.office() == OfficeCode.BRU && letterOpen(candidate));
        anna.verify(file.openContact(), VerificationRequest.calledBack());
        Letter letter = anna.generateLetter(
                        file.openContact(), anna.open(file.openContact()).etag(), wanted(file), IdempotencyKey.create())
                .done();
        LetterPatch printed = new LetterPatch.Printed(anna.claim(letter.id()).claim());
        anna.record(letter.id(), printed);
        LetterPatch posted = new LetterPatch.Posted("RR473124829BE", LocalDate.of(2026, 11, 25));
        assertRefused(ProblemType.NOT_ALLOWED, () -> anna.record(letter.id(), posted));
        assertThat(bruno.record(letter.id(), posted).state()).isEqualTo(LetterState.POSTED);

        assertRefused(
                ProblemType.NOT_ALLOWED,
                () -> emil.correct(letter.id(), "Wrong letter scanned.", IdempotencyKey.create()));
        assertThat(chloe.correct(letter.id(), "Wrong letter scanned.", IdempotencyKey.create())
                        .state())
                .isEqualTo(LetterState.PRINTED);
    }

    private static GuichetClient desk(String name) {
        String token = Objects.requireNonNull(backend.agentTokens().get(name));
        return GuichetClients.connect(backend.url(), () -> token);
    }

    /** Somebody no other test has taken, open at Anna's desk alone. */
    private static PensionerFile somebody(Predicate<PensionerFile> wanted) {
        return Stream.of("ma", "be", "mu", "ro", "sc", "la", "de", "pe", "an", "jo", "co", "sa")
                .flatMap(start -> anna.search(new SearchRequest(start, 20)).rows().stream())
                .filter(row -> !TAKEN.contains(row.id()))
                .map(row -> opened(anna, row.id()))
                .filter(file -> file.phone() != null && file.namesakes() == 0)
                .filter(wanted)
                .filter(file -> TAKEN.add(file.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody like that among the simulated people"));
    }

    private static PensionerFile opened(GuichetClient desk, String pensionerId) {
        desk.contacts().forEach(before -> desk.closeContact(before.id()));
        return desk.open(desk.openContact(new ContactRequest(pensionerId, AccessReason.CALL)));
    }

    private static boolean letterOpen(PensionerFile file) {
        return file.action(ActionKind.GENERATE_LETTER).orElseThrow().open();
    }

    private static LetterRequest wanted(PensionerFile file) {
        return new LetterRequest(null, file.letters().isEmpty() ? null : LetterCause.LOST, null);
    }

    private static void assertRefused(ProblemType type, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ClientException.Refused.class,
                        refused -> assertThat(refused.type()).isEqualTo(type));
    }
}
