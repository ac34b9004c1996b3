package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.ApprovalRequest;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.AlertLift;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.process.Event;
import eu.guichet.process.HandoverStatus;
import eu.guichet.process.History;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes back a verification or a hand-over that was recorded by mistake: for a time by whoever recorded it, later by a
 * supervisor. What was recorded stays in the history, beside the event that takes it back.
 */
public final class TakeBack {
    private static final int SHORTEST_REMARK = 3;
    private static final Set<AuditAct> JUDGED =
            Set.of(AuditAct.LETTER_GENERATED, AuditAct.MESSAGE_SENT, AuditAct.ALERT_LIFTED);

    /** What a supervisor may have been asked for because identity was verified. */
    private static final Set<ApprovalAct> FOLLOWED = Set.of(ApprovalAct.GENERATE_LETTER, ApprovalAct.LIFT_ALERT);

    private final Desk desk;

    public TakeBack(Desk desk) {
        this.desk = desk;
    }

    /** Once for each key. */
    public void correct(Principal who, String pensionerId, CorrectionRequest asked, String key) {
        String remark = Objects.requireNonNullElse(asked.remark(), "").strip();
        WrittenDown.requireNoCode("remark", remark);
        CorrectionReason reason = asked.reason();
        if (!reason.fits(asked.what())) {
            throw Refusal.invalid("reason", "not-expected");
        }
        if (reason == CorrectionReason.OTHER && remark.length() < SHORTEST_REMARK) {
            throw Refusal.invalid("remark", "required");
        }
        String kept = Keys.kebab(reason) + (remark.isEmpty() ? "" : ": " + remark);
        desk.act(who, AuditAct.CORRECTED, pensionerId, kept, tx -> {
            String request = "correction " + pensionerId + " " + asked.what() + " " + asked.id() + " " + kept;
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                OpenEnrolment about = desk.open(tx, pensionerId);
                switch (asked.what()) {
                    case VERIFICATION -> verification(tx, who, about, asked.id(), reason, remark);
                    case HANDOVER -> handover(tx, who, about, asked.id(), reason, remark);
                }
                return pensionerId;
            });
            return result.done(pensionerId, Keys.kebab(asked.what()));
        });
    }

    /**
     * It serves no longer, nor does any other of the same contact: who it was that called or came is in doubt for all of them.
     * A letter, or the lifting of an alert, for which a supervisor is still asked on the strength of it is asked for no longer.
     */
    private void verification(
            Tx tx, Principal who, OpenEnrolment about, String id, CorrectionReason reason, String remark) {
        Verifications.Made made = tx.verifications().made(about.id()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.closed("no-such-record"));
        if (about.history()
                .all(Event.VerificationRetracted.class)
                .anyMatch(taken -> taken.verification().equals(id))) {
            throw Refusal.closed("taken-back-already");
        }
        requireMay(who, about, made.agentId(), made.at());
        Instant now = desk.now();
        Instant until = made.until().isBefore(now) ? made.until() : now;
        List<StoredApproval> asked = tx.approvals().in(made.contactId()).stream()
                .filter(one -> FOLLOWED.contains(one.act()) && within(one.askedAt(), made.at(), until))
                .toList();
        Under under = under(about.history(), made.agentName(), made.at(), until, asked);
        lay(tx, made, until, under, now);
        tx.verifications().end(made.contactId(), now);
        asked.stream()
                .filter(one -> one.stateAt(now) == ApprovalState.ASKED)
                .forEach(one -> DecideApproval.lapse(desk, tx, one));
        desk.record(
                tx,
                about,
                new Event.VerificationRetracted(
                        now, id, made.method(), made.at(), made.agentName(), under.ids(), reason, remark, who.name()));
    }

    /**
     * What was done under it is laid before a supervisor: nothing of it is undone, and only a person can judge it. The trail has a
     * row for every hand-over and every number that was noted; only those that wanted a verification are looked for.
     */
    private static void lay(Tx tx, Verifications.Made made, Instant until, Under under, Instant now) {
        String contact = made.contactId();
        Set<Long> acts = new TreeSet<>(tx.reviews().done(contact, JUDGED, made.at(), until));
        under.approved().stream()
                .flatMap(id -> tx.letters().find(id).stream())
                .flatMap(
                        letter -> tx.reviews().first(contact, AuditAct.LETTER_GENERATED, letter.generatedAt()).stream())
                .forEach(acts::add);
        under.handovers()
                .forEach(one -> tx.reviews()
                        .first(contact, AuditAct.HANDED_OVER, one.at())
                        .ifPresent(acts::add));
        under.lifts()
                .forEach(lift -> tx.reviews()
                        .first(contact, AuditAct.ALERT_LIFTED, lift.at())
                        .ifPresent(acts::add));
        tx.reviews().lay(acts, ReviewWhy.VERIFICATION_TAKEN_BACK, now);
    }

    /** The letter that came of an approval, however long after the verification. */
    private static Optional<String> letterOf(StoredApproval approval) {
        return Optional.ofNullable(approval.decision()).map(StoredApproval.Decided::resultId);
    }

    /** The lifting that came of an approval: the first of that alert from the decision on, as both are of one transaction. */
    private static Optional<Event.AlertLifted> liftOf(History history, StoredApproval approval) {
        return approval.request() instanceof ApprovalRequest.Lift(AlertLift wanted)
                ? history.all(Event.ApprovalDecided.class)
                        .filter(one -> one.approvalId().equals(approval.id()) && one.outcome() == ApprovalState.DONE)
                        .flatMap(one -> history.all(Event.AlertLifted.class)
                                .filter(lift -> lift.alert() == wanted.alert()
                                        && !lift.at().isBefore(one.at())))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * What was done under a verification.
     *
     * @param ids of all of it
     * @param approved letters that came of an approval
     * @param handovers that wanted a verification
     * @param lifts also those that came of an approval
     */
    private record Under(
            Set<String> ids, Set<String> approved, List<HandoverStatus> handovers, List<Event.AlertLifted> lifts) {}

    /** What this agent ordered for the person while it was in force, and what came of the approvals asked for meanwhile. */
    private static Under under(History history, String agent, Instant from, Instant until, List<StoredApproval> asked) {
        Stream<String> messages = history.all(Event.MessageRequested.class)
                .filter(one -> one.by().equals(agent) && within(one.at(), from, until))
                .map(Event.MessageRequested::messageId);
        Stream<String> letters = history.all(Event.LetterGenerated.class)
                .filter(one -> one.by().equals(agent) && within(one.at(), from, until))
                .map(Event.LetterGenerated::letterId);
        List<HandoverStatus> handovers = history.handovers().stream()
                .filter(one -> one.matter().needsVerification())
                .filter(one -> one.by().equals(agent) && within(one.at(), from, until))
                .toList();
        List<Event.AlertLifted> lifts = Stream.concat(
                        history.all(Event.AlertLifted.class)
                                .filter(one -> one.by().equals(agent) && within(one.at(), from, until)),
                        asked.stream().flatMap(one -> liftOf(history, one).stream()))
                .distinct()
                .toList();
        Set<String> approved =
                asked.stream().flatMap(one -> letterOf(one).stream()).collect(Collectors.toUnmodifiableSet());
        Set<String> ids = Stream.of(
                        messages,
                        letters,
                        approved.stream(),
                        handovers.stream().map(HandoverStatus::id),
                        lifts.stream().map(Event.AlertLifted::name))
                .flatMap(some -> some)
                .collect(Collectors.toUnmodifiableSet());
        return new Under(ids, approved, handovers, lifts);
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    /** Where its message has not left yet, it does not. */
    private void handover(
            Tx tx, Principal who, OpenEnrolment about, String id, CorrectionReason reason, String remark) {
        HandoverStatus one = about.history().handovers().stream()
                .filter(handover -> handover.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.closed("no-such-record"));
        if (one.end() == HandoverStatus.End.RETRACTED) {
            throw Refusal.closed("taken-back-already");
        }
        requireMay(who, about, one.byId(), one.at());
        String message = one.messageId();
        if (message != null && one.status() == MessageStatus.QUEUED) {
            tx.handoverMails().forget(message);
        }
        desk.record(tx, about, new Event.HandoverRetracted(desk.now(), id, reason, remark, who.name()));
    }

    private void requireMay(Principal who, OpenEnrolment about, @Nullable String by, Instant at) {
        boolean inTime = desk.now().isBefore(at.plus(desk.policy().corrections().own()));
        desk.require(who, new Asked.TakeBack(about.pensioner().office(), by, inTime));
    }
}
