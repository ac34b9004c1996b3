package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Verifications;
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
import java.util.HashSet;
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
            Set.of(AuditAct.LETTER_GENERATED, AuditAct.MESSAGE_SENT, AuditAct.HANDED_OVER, AuditAct.ALERT_LIFTED);

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
     * A letter for which a supervisor is still asked on the strength of it is asked for no longer.
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
        List<StoredApproval> letters = tx.approvals().in(made.contactId()).stream()
                .filter(one -> one.act() == ApprovalAct.GENERATE_LETTER && within(one.askedAt(), made.at(), until))
                .toList();
        Set<String> under = new HashSet<>(under(about.history(), made.agentName(), made.at(), until));
        letters.forEach(one -> letterOf(one).ifPresent(under::add));
        lay(tx, made, until, letters, now);
        tx.verifications().end(made.contactId(), now);
        letters.stream()
                .filter(one -> one.stateAt(now) == ApprovalState.ASKED)
                .forEach(one -> DecideApproval.lapse(desk, tx, one));
        desk.record(
                tx,
                about,
                new Event.VerificationRetracted(
                        now, id, made.method(), made.at(), made.agentName(), under, reason, remark, who.name()));
    }

    /** What was done under it is laid before a supervisor: nothing of it is undone, and only a person can judge it. */
    private static void lay(Tx tx, Verifications.Made made, Instant until, List<StoredApproval> approved, Instant now) {
        Set<Long> acts = new TreeSet<>(tx.reviews().done(made.contactId(), JUDGED, made.at(), until));
        approved.stream()
                .flatMap(one -> letterOf(one).flatMap(tx.letters()::find).stream())
                .map(letter -> "generated " + letter.reference())
                .forEach(outcome ->
                        acts.addAll(tx.reviews().told(made.contactId(), AuditAct.LETTER_GENERATED, outcome)));
        tx.reviews().lay(acts, ReviewWhy.VERIFICATION_TAKEN_BACK, now);
    }

    /** The letter that came of an approval, however long after the verification. */
    private static Optional<String> letterOf(StoredApproval approval) {
        return Optional.ofNullable(approval.decision()).map(StoredApproval.Decided::resultId);
    }

    /** What this agent ordered for the person while it was in force. */
    private static Set<String> under(History history, String agent, Instant from, Instant until) {
        Stream<String> messages = history.all(Event.MessageRequested.class)
                .filter(one -> one.by().equals(agent) && within(one.at(), from, until))
                .map(Event.MessageRequested::messageId);
        Stream<String> letters = history.all(Event.LetterGenerated.class)
                .filter(one -> one.by().equals(agent) && within(one.at(), from, until))
                .map(Event.LetterGenerated::letterId);
        Stream<String> handovers = history.handovers().stream()
                .filter(one -> one.matter().needsVerification())
                .filter(one -> one.by().equals(agent) && within(one.at(), from, until))
                .map(HandoverStatus::id);
        Stream<String> lifts = history.all(Event.AlertLifted.class)
                .filter(one -> one.by().equals(agent) && within(one.at(), from, until))
                .map(Event.AlertLifted::name);
        return Stream.of(messages, letters, handovers, lifts)
                .flatMap(ids -> ids)
                .collect(Collectors.toUnmodifiableSet());
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
