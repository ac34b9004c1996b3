package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.ActOutcome.Performed;
import eu.guichet.backend.desk.ActOutcome.Waits;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.ApprovalRequest;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredApproval;
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
import eu.guichet.process.ApprovalReason;
import eu.guichet.process.Decision;
import eu.guichet.process.Event;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.Waiting;
import eu.guichet.text.Digests;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    private final AskApproval asking;
    private final RandomGenerator random;
    private final Predicate<Pensioner> window;

    /**
     * @param random a {@link java.security.SecureRandom} but in tests
     * @param window whether name and address fit the envelope
     */
    public GenerateLetter(Desk desk, RandomGenerator random, Predicate<Pensioner> window) {
        this.window = window;
        this.desk = desk;
        this.asking = new AskApproval(desk);
        this.random = random;
    }

    /**
     * Generates it, or asks a supervisor where the policy lets nobody do that alone.
     *
     * @param etag of the file the agent has read; when it has changed since, nothing is done
     * @param wanted with the number of its registered label, where that is known already
     */
    public ActOutcome<StoredLetter> generate(InContact within, String etag, String key, LetterRequest wanted) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        return desk.act(who, AuditAct.LETTER_GENERATED, pensionerId, null, tx -> {
            ItemNumber item = item(wanted);
            String request = asked(pensionerId, item, wanted);
            AskApproval.Asking asked =
                    new AskApproval.Asking(who, key, Digests.sha256(request), new ApprovalRequest.Letter(wanted));
            Optional<StoredApproval> before = asking.before(tx, asked);
            if (before.isPresent()) {
                return Done.nothing(what(tx, before.get()), "repeated");
            }
            if (tx.idempotency().find(who.id(), key).isEmpty()) {
                OpenEnrolment about = judged(tx, within, etag);
                List<ApprovalReason> why = approval(tx, who, about);
                if (!why.isEmpty()) {
                    requireDoable(tx, who, about, item, wanted);
                    return Done.nothing(new Waits<>(asking.ask(tx, about, asked, why)), "approval asked");
                }
            }
            Idempotent.Result result = Idempotent.forKey(
                    tx, who, key, request, desk.now(), () -> add(tx, who, judged(tx, within, etag), item, wanted));
            StoredLetter letter = tx.letters().find(result.resourceId()).orElseThrow();
            return result.done(new Performed<>(letter), "generated " + letter.reference());
        });
    }

    private OpenEnrolment judged(Tx tx, InContact within, String etag) {
        OpenEnrolment about = desk.open(tx, within.pensionerId());
        desk.requireVerified(tx, within);
        desk.requireOpen(about, ActionKind.GENERATE_LETTER);
        if (!Etag.of(about.pensioner().version()).equals(etag)) {
            throw Refusal.of(ProblemType.FILE_CHANGED);
        }
        return about;
    }

    /** The letter, once a supervisor has approved it. */
    private static ActOutcome<StoredLetter> what(Tx tx, StoredApproval approval) {
        StoredApproval.Decided how = approval.decision();
        String letter = how == null ? null : how.resultId();
        return letter == null
                ? new Waits<>(approval)
                : new Performed<>(tx.letters().find(letter).orElseThrow());
    }

    /** Why whoever asks does not generate this letter alone; empty where they do. */
    private List<ApprovalReason> approval(Tx tx, Principal who, OpenEnrolment about) {
        List<ApprovalReason> why = new ArrayList<>(
                about.enrolment().decision(ActionKind.GENERATE_LETTER).approval());
        if (desk.policy().approvals().aboveQuota() && agentQuotaUsed(tx, who)) {
            why.add(new ApprovalReason.AboveQuota(desk.policy().limits().lettersAgentDay()));
        }
        return why;
    }

    /** What a supervisor has approved: identity was verified when it was asked for, and the rest is judged anew. */
    String approved(Tx tx, Principal asker, OpenEnrolment about, LetterRequest wanted) {
        desk.requireOpen(about, ActionKind.GENERATE_LETTER);
        ItemNumber item = item(wanted);
        requireDoable(tx, asker, about, item, wanted);
        return make(tx, asker, about, item, wanted);
    }

    private static @Nullable ItemNumber item(LetterRequest wanted) {
        return wanted.itemNumber() == null ? null : PostalRecords.item(wanted.itemNumber());
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
        if (about.enrolment().decision(ActionKind.GENERATE_LETTER).outcome() == Decision.Outcome.ASKS) {
            throw Refusal.closed(LeftOut.WANTS_APPROVAL);
        }
        LetterRequest atTheLetterDesk = new LetterRequest(null, null, PrintPlace.LETTER_DESK);
        requireDoable(tx, who, about, null, atTheLetterDesk);
        return Optional.of(make(tx, who, about, null, atTheLetterDesk));
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

    private String add(Tx tx, Principal who, OpenEnrolment about, @Nullable ItemNumber item, LetterRequest wanted) {
        if (agentQuotaUsed(tx, who)) {
            throw Refusal.quotaUsed(false, today().plusDays(1).toInstant());
        }
        requireDoable(tx, who, about, item, wanted);
        return make(tx, who, about, item, wanted);
    }

    /** What no approval makes good. */
    private void requireDoable(
            Tx tx, Principal who, OpenEnrolment about, @Nullable ItemNumber item, LetterRequest wanted) {
        if (item != null && tx.letters().byItemNumber(item.value()).isPresent()) {
            throw Refusal.invalid("itemNumber", "item-number-taken");
        }
        requireCause(about, wanted.cause());
        if (!window.test(about.pensioner())) {
            throw Refusal.invalid("address", "address-does-not-fit");
        }
        requireOfficeQuota(tx, office(who, about, paperAt(wanted)));
    }

    private String make(Tx tx, Principal who, OpenEnrolment about, @Nullable ItemNumber item, LetterRequest wanted) {
        PrintPlace place = paperAt(wanted);
        OfficeCode office = office(who, about, place);
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

    /** So many letters a day of one agent, even where each of them may be generated. */
    private boolean agentQuotaUsed(Tx tx, Principal who) {
        int most = desk.policy().limits().lettersAgentDay();
        return most > 0 && tx.letters().generatedBy(who.id(), today().toInstant()) >= most;
    }

    private void requireOfficeQuota(Tx tx, OfficeCode office) {
        int most = desk.policy().limits().lettersOfficeDay();
        if (most > 0 && tx.letters().generatedFor(office, today().toInstant()) >= most) {
            throw Refusal.quotaUsed(true, today().plusDays(1).toInstant());
        }
    }

    private ZonedDateTime today() {
        return desk.now().atZone(desk.policy().zone()).truncatedTo(ChronoUnit.DAYS);
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
