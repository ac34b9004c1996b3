package eu.guichet.backend.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.contract.Role;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.process.Event;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A desk with a store, a clock that is set by hand, one agent and one pensioner. */
final class Counter implements AutoCloseable {
    static final Principal AGENT = new Principal("a1", "M. D.", Role.AGENT, OfficeCode.LUX);
    static final Principal OFFICER = new Principal("o1", "P. L.", Role.LETTER_OFFICER, OfficeCode.LUX);
    static final Principal SUPERVISOR = new Principal("s1", "A. K.", Role.SUPERVISOR, OfficeCode.LUX);
    static final Principal PROCESS = new Principal("eu-login", "EU Login", Role.PROCESS, OfficeCode.LUX);
    static final String HER = "p1";

    private final String store;
    Database database;
    Desk desk;
    Policy policy = Policy.standard();
    Instant now = Instant.parse("2026-03-02T09:00:00Z");

    private final SecureRandom random = new SecureRandom();

    Counter(Path folder) {
        this.store = Stores.url(folder);
        this.database = Database.open(store);
        this.desk = desk();
        database.execute(tx -> tx.pensioners().add(Stores.somebody(HER)));
    }

    private Desk desk() {
        InstantSource clock = () -> now;
        LiveHub live = new LiveHub(clock);
        return new Desk(database, policy, clock, live, new EnrolmentJournal(policy, clock, live), () -> {});
    }

    /** As after the program was ended and started again. */
    void restart() {
        database.close();
        database = Database.open(store);
        desk = desk();
    }

    /** An institution's own figures, from now on. */
    void decided(String line, String figure) {
        policy = policy.changedBy(Map.of(line, figure));
        desk = desk();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void happened(Event event) {
        database.execute(tx -> tx.events().add(HER, event));
    }

    /** Brings her to the challenge code's SMS, two minutes ago. */
    void phoneAdded() {
        happened(new Event.AccountRequested(now.minus(Duration.ofHours(2))));
        happened(new Event.PasswordSet(now.minus(Duration.ofHours(1))));
        happened(new Event.PhoneAdded(now.minus(Duration.ofMinutes(2))));
    }

    /** Brings her to the point where she waits for her letter. */
    void accessRequested() {
        phoneAdded();
        happened(new Event.PhoneConfirmed(now.minus(Duration.ofMinutes(1))));
        happened(new Event.AccessRequested(now.minusSeconds(30)));
    }

    /** The agent's contact about her: the one that is open, or else a visit to the counter. */
    InContact here() {
        return here(AGENT, AccessReason.COUNTER);
    }

    InContact here(Principal agent, AccessReason reason) {
        String id = database.read(tx -> tx.contacts().open(agent.id(), HER))
                .orElseGet(
                        () -> new ManageContacts(desk).open(agent, HER, reason).contact())
                .id();
        return new InContact(agent, HER, id);
    }

    /** Nobody has namesakes and every counter is open. */
    Verify verifying() {
        return new Verify(desk, (_, _) -> Verify.CounterState.OPEN, _ -> 0);
    }

    void verified() {
        verifiedBy(AGENT);
    }

    void verifiedBy(Principal agent) {
        verifying()
                .verify(
                        here(agent, AccessReason.COUNTER),
                        VerificationRequest.documentSeen(
                                MonthDay.from(pensioner().birthDate())));
    }

    Pensioner pensioner() {
        return database.read(tx -> tx.pensioners().find(HER)).orElseThrow();
    }

    StoredLetter generate() {
        boolean before =
                !database.read(tx -> desk.open(tx, HER)).enrolment().letters().isEmpty();
        return generate(new LetterRequest(null, before ? LetterCause.LOST : null, null));
    }

    StoredLetter generate(LetterRequest wanted) {
        verified();
        return performed(ask(wanted, UUID.randomUUID().toString()));
    }

    /** What came of an act that waits for nobody. */
    static <T> T performed(ActOutcome<T> outcome) {
        return switch (outcome) {
            case ActOutcome.Performed<T>(T value) -> value;
            case ActOutcome.Waits<T>(StoredApproval approval) ->
                throw new AssertionError("waits for a supervisor: " + approval.reasons());
        };
    }

    /** Wants a letter, identity verified. */
    ActOutcome<StoredLetter> ask(LetterRequest wanted, String key) {
        verified();
        return new GenerateLetter(desk, random, _ -> true)
                .generate(here(), Etag.of(pensioner().version()), key, wanted);
    }

    /** Documents that are nothing but the code. */
    ClaimLetter documents() {
        return new ClaimLetter(
                desk,
                (_, _, _, code) -> (code == null ? "no code" : code.printed()).getBytes(UTF_8),
                ClaimLetter.Tray.NONE,
                random);
    }

    ClaimLetter.Document claim(Principal who, StoredLetter letter) {
        return documents().claim(who, letter.id());
    }

    ReportPrint prints() {
        return new ReportPrint(desk, ClaimLetter.Tray.NONE);
    }

    /** Prints the letter, and reads the code off the paper. */
    String codeOf(StoredLetter letter) {
        ClaimLetter.Document document = claim(AGENT, letter);
        prints().printed(AGENT, letter.id(), document.claim());
        return new String(document.pdf(), UTF_8);
    }

    void record(StoredLetter letter, LetterPatch.Postal... patches) {
        for (LetterPatch.Postal patch : patches) {
            new RecordLetter(desk).record(OFFICER, letter.id(), patch);
        }
    }

    /** What the post tells itself, in whichever order. */
    void postTells(StoredLetter letter, LetterPatch.Postal... patches) {
        for (LetterPatch.Postal patch : patches) {
            database.execute(tx -> {
                StoredLetter now = tx.letters().find(letter.id()).orElseThrow();
                var _ = new PostalRecords(desk).record(tx, PROCESS, desk.open(tx, HER), now, patch);
            });
        }
    }

    LetterStatus status(StoredLetter letter) {
        return database.read(tx -> desk.open(tx, HER))
                .enrolment()
                .letter(letter.id())
                .orElseThrow();
    }

    StoredLetter stored(StoredLetter letter) {
        return database.read(tx -> tx.letters().find(letter.id())).orElseThrow();
    }

    ProcessAnswer enter(String code) {
        return report(new ProcessEvent.ConfirmationCodeEntered(
                UUID.randomUUID().toString(), pensioner().pensionNumber(), now, code));
    }

    ProcessAnswer report(ProcessEvent event) {
        return new ReportEvent(desk, ReportEvent.FirstMessages.FROM_HERE).report(PROCESS, event);
    }

    List<AuditEntry> audit() {
        return database.read(tx -> tx.audit().page(null, null, 500)).entries();
    }

    int events() {
        return database.read(tx -> tx.events().history(HER)).events().size();
    }

    @Override
    public void close() {
        database.close();
    }
}
