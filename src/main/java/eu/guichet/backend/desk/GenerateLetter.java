package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Worklist;
import eu.guichet.process.Event;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.Policy;
import eu.guichet.process.Waiting;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Generates a letter, and tells her by e-mail and SMS that it was ordered. The code of the one before is no longer valid from
 * that moment; the new one's is drawn when its document is claimed.
 */
public final class GenerateLetter {
    private final Desk desk;
    private final RandomGenerator random;
    private final Predicate<Pensioner> window;

    /**
     * @param random a {@link java.security.SecureRandom} but in tests
     * @param window whether name and address fit the envelope
     */
    public GenerateLetter(Desk desk, RandomGenerator random, Predicate<Pensioner> window) {
        this.window = window;
        this.desk = desk;
        this.random = random;
    }

    /**
     * @param etag of the file the agent has read; when it has changed since, nothing is done
     * @param wanted with the number of its registered label, where that is known already
     */
    public StoredLetter generate(InContact within, String etag, String key, LetterRequest wanted) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        return desk.act(who, AuditAct.LETTER_GENERATED, pensionerId, null, tx -> {
            ItemNumber item = wanted.itemNumber() == null ? null : PostalRecords.item(wanted.itemNumber());
            Idempotent.Result result =
                    Idempotent.forKey(tx, who, key, asked(pensionerId, item, wanted), desk.now(), () -> {
                        OpenEnrolment about = desk.open(tx, pensionerId);
                        desk.requireVerified(tx, within);
                        desk.requireOpen(about, ActionKind.GENERATE_LETTER);
                        if (!Etag.of(about.pensioner().version()).equals(etag)) {
                            throw Refusal.of(ProblemType.FILE_CHANGED);
                        }
                        return add(tx, who, about, item, wanted, false);
                    });
            StoredLetter letter = tx.letters().find(result.resourceId()).orElseThrow();
            return result.done(letter, "generated " + letter.reference());
        });
    }

    /**
     * Within another act, for somebody on the list of those who asked for access: the request itself is the reason, so that
     * nobody has to be verified and no contact is open. The agent's own figure of the day does not count.
     *
     * @param office whose list it is
     * @return the letter's id; empty where nothing is asked for there any more
     */
    Optional<String> due(Tx tx, Principal who, String pensionerId, OfficeCode office) {
        OpenEnrolment about = desk.open(tx, pensionerId);
        if (about.pensioner().office() != office || !waits(about)) {
            return Optional.empty();
        }
        desk.requireOpen(about, ActionKind.GENERATE_LETTER);
        LetterRequest atTheLetterDesk = new LetterRequest(null, null, PrintPlace.LETTER_DESK);
        return Optional.of(add(tx, who, about, null, atTheLetterDesk, true));
    }

    private boolean waits(OpenEnrolment about) {
        return Waiting.of(about.history(), about.enrolment(), desk.datedPolicy(), desk.now()).stream()
                .anyMatch(list -> list.list() == Worklist.ACCESS_REQUESTED);
    }

    /** A request without a body is the same as before there could be one. */
    private static String asked(String pensionerId, @Nullable ItemNumber item, LetterRequest wanted) {
        return "letter " + pensionerId + (item == null ? "" : " " + item.value())
                + (wanted.cause() == null ? "" : " " + wanted.cause())
                + (place(wanted) == PrintPlace.DESK ? "" : " " + place(wanted));
    }

    private static PrintPlace place(LetterRequest wanted) {
        return Objects.requireNonNullElse(wanted.printAt(), PrintPlace.DESK);
    }

    private String add(
            Tx tx,
            Principal who,
            OpenEnrolment about,
            @Nullable ItemNumber item,
            LetterRequest wanted,
            boolean inBatch) {
        if (item != null && tx.letters().byItemNumber(item.value()).isPresent()) {
            throw Refusal.invalid("itemNumber", "item-number-taken");
        }
        requireCause(about, wanted.cause());
        if (!window.test(about.pensioner())) {
            throw Refusal.invalid("address", "address-does-not-fit");
        }
        PrintPlace place = paperAt(wanted);
        OfficeCode office = office(who, about, place);
        requireQuota(tx, who, office, inBatch);
        Instant now = afterTheLast(about);
        about.enrolment().letters().forEach(letter -> tx.letters().forgetCode(letter.id()));
        String id = UUID.randomUUID().toString();
        String reference = LetterNumbers.free(tx, random).value();
        StoredLetter letter = StoredLetter.ordered(
                id,
                about.id(),
                LetterKind.CODE,
                reference,
                office,
                place,
                LetterCase.person(who),
                now,
                item == null ? null : item.value());
        tx.letters().add(letter);
        OrderPrint.withLetter(desk, tx, letter);
        desk.record(
                tx,
                about,
                new Event.LetterGenerated(
                        now,
                        id,
                        reference,
                        who.name(),
                        wanted.cause(),
                        desk.policy().letters().terms()));
        MessageQueue.sendIfReachable(desk, tx, about, MessageKind.LETTER_ORDERED_EMAIL);
        MessageQueue.sendIfReachable(desk, tx, about, MessageKind.LETTER_ORDERED_SMS);
        return id;
    }

    /** The office's printer stands where the letter desk posts, whatever was asked for. */
    private PrintPlace paperAt(LetterRequest wanted) {
        return switch (desk.policy().letters().printing()) {
            case DESK -> place(wanted);
            case OFFICE -> PrintPlace.LETTER_DESK;
        };
    }

    /** Where its paper is made and posted. */
    private static OfficeCode office(Principal who, OpenEnrolment about, PrintPlace place) {
        return switch (place) {
            case DESK -> who.office();
            case LETTER_DESK -> about.pensioner().office();
        };
    }

    /** So many letters a day, and no more, even where each of them may be generated. */
    private void requireQuota(Tx tx, Principal who, OfficeCode office, boolean inBatch) {
        Policy.Limits limits = desk.policy().limits();
        ZonedDateTime today = desk.now().atZone(desk.policy().zone()).truncatedTo(ChronoUnit.DAYS);
        Instant since = today.toInstant();
        Instant until = today.plusDays(1).toInstant();
        if (!inBatch
                && limits.lettersAgentDay() > 0
                && tx.letters().generatedBy(who.id(), since) >= limits.lettersAgentDay()) {
            throw Refusal.quotaUsed(false, until);
        }
        if (limits.lettersOfficeDay() > 0 && tx.letters().generatedFor(office, since) >= limits.lettersOfficeDay()) {
            throw Refusal.quotaUsed(true, until);
        }
    }

    /** What is on paper already is not replaced without a reason; where there was no letter there is none to replace. */
    private static void requireCause(OpenEnrolment about, @Nullable LetterCause cause) {
        List<LetterCause> fitting = about.enrolment()
                .outstandingLetter()
                .map(LetterStatus::replacementCauses)
                .orElse(List.of());
        if (!fitting.isEmpty() && cause == null) {
            throw Refusal.invalid("cause", "cause-required");
        }
        if (cause != null && !fitting.isEmpty() && !fitting.contains(cause)) {
            throw Refusal.invalid("cause", "cause-does-not-fit");
        }
        if (cause != null && about.enrolment().letters().isEmpty()) {
            throw Refusal.invalid("cause", "no-letter-before");
        }
    }

    /** No two letters of one person share an instant: which of them lives is told by which came later. */
    private Instant afterTheLast(OpenEnrolment about) {
        Instant now = desk.now();
        return about.enrolment().letters().stream()
                .map(letter -> letter.generatedAt().plusMillis(1))
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }
}
