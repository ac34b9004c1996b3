package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.ApprovalRequest;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor decides about what a colleague asked for. Approved, it is done in the same transaction, once, in the name of
 * whoever asked; the facts are looked at anew, and where the act is closed now nothing is decided.
 */
public final class DecideApproval {
    /** How many are swept up in one round. */
    private static final int AT_ONCE = 50;
    /** Of one's own requests so many are shown. */
    private static final int MOST = 50;

    private final Desk desk;
    private final GenerateLetter generating;
    private final LiftAlert lifting;
    private final Oversee overseeing;

    public DecideApproval(Desk desk, GenerateLetter generating, LiftAlert lifting, Oversee overseeing) {
        this.desk = desk;
        this.generating = generating;
        this.lifting = lifting;
        this.overseeing = overseeing;
    }

    /** How far it has come, for whoever asked and for those who may decide. */
    public StoredApproval read(Principal who, String approvalId) {
        StoredApproval found = find(who, AuditAct.APPROVAL_READ, approvalId);
        return desk.look(who, AuditAct.APPROVAL_READ, found.pensionerId(), null, tx -> {
            StoredApproval approval = tx.approvals().find(approvalId).orElseThrow();
            OpenEnrolment about = desk.open(tx, approval.pensionerId());
            desk.require(
                    who,
                    new Asked.SeeApproval(
                            about.pensioner().office(), approval.asker().id()));
            return Done.nothing(
                    approval,
                    approval.act().key() + " " + approval.stateAt(desk.now()).key());
        });
    }

    /** What whoever calls has asked for, decided or not, the latest first. */
    public List<StoredApproval> own(Principal who) {
        return desk.look(who, AuditAct.APPROVAL_READ, null, null, tx -> {
            List<StoredApproval> own = tx.approvals().askedBy(who.id(), MOST);
            return Done.nothing(own, own.size() + " rows");
        });
    }

    /** Takes back what whoever calls has asked for and nobody has decided; taken back already, it is answered as it is. */
    public StoredApproval withdraw(Principal who, String approvalId) {
        StoredApproval found = find(who, AuditAct.APPROVAL_WITHDRAWN, approvalId);
        return desk.act(who, AuditAct.APPROVAL_WITHDRAWN, found.pensionerId(), null, tx -> {
            StoredApproval approval = tx.approvals().find(approvalId).orElseThrow();
            OpenEnrolment about = desk.open(tx, approval.pensionerId());
            desk.require(who, new Asked.Withdraw(approval.asker().id()));
            if (approval.state() == ApprovalState.WITHDRAWN) {
                return Done.nothing(approval, "repeated");
            }
            requireAsked(approval);
            desk.record(tx, about, event(approval, ApprovalState.WITHDRAWN, "", who.name(), desk));
            StoredApproval withdrawn = approval.decided(
                    ApprovalState.WITHDRAWN, new StoredApproval.Decided(LetterCase.person(who), desk.now(), "", null));
            keep(desk, tx, withdrawn);
            return new Done<>(withdrawn, approval.act().key() + " " + ApprovalState.WITHDRAWN.key());
        });
    }

    /**
     * Decides, once; the same decision by the same supervisor once more answers the same.
     *
     * @param etag of the file the supervisor has read; when it has changed since, nothing is decided
     */
    public StoredApproval decide(Principal who, String approvalId, ApprovalDecision decision, String etag) {
        String reason = Objects.requireNonNullElse(decision.reason(), "");
        WrittenDown.requireNoCode("reason", reason);
        StoredApproval found = find(who, AuditAct.APPROVAL_DECIDED, approvalId);
        return desk.act(who, AuditAct.APPROVAL_DECIDED, found.pensionerId(), reason.isEmpty() ? null : reason, tx -> {
            StoredApproval approval = tx.approvals().find(approvalId).orElseThrow();
            OpenEnrolment about = desk.open(tx, approval.pensionerId());
            desk.require(
                    who,
                    new Asked.Decide(
                            about.pensioner().office(), approval.asker().id()));
            ApprovalState outcome = outcome(decision);
            if (approval.state() == outcome && decidedBy(approval, who)) {
                return Done.nothing(approval, "repeated");
            }
            requireAsked(approval);
            if (!Etag.of(about.pensioner().version()).equals(etag)) {
                throw Refusal.of(ProblemType.FILE_CHANGED);
            }
            // first, so that the act is judged as if nobody were asked any more
            desk.record(tx, about, event(approval, outcome, reason, who.name(), desk));
            String result = outcome == ApprovalState.DONE ? perform(tx, approval) : null;
            StoredApproval decided = approval.decided(
                    outcome, new StoredApproval.Decided(LetterCase.person(who), desk.now(), reason, result));
            keep(desk, tx, decided);
            return new Done<>(decided, approval.act().key() + " " + outcome.key());
        });
    }

    /** Sweeps up what nobody has decided in time, and tells those who asked. Answers whether there may be more of it. */
    public boolean lapse() {
        List<StoredApproval> lapsed = desk.read(tx -> tx.approvals().lapsed(desk.now(), AT_ONCE));
        lapsed.forEach(approval ->
                desk.act(program(approval), AuditAct.APPROVAL_DECIDED, approval.pensionerId(), null, tx -> {
                    boolean still = tx.approvals()
                            .find(approval.id())
                            .filter(now -> now.state() == ApprovalState.ASKED)
                            .isPresent();
                    if (still) {
                        lapse(desk, tx, approval);
                    }
                    return Done.nothing(approval, approval.act().key() + (still ? " lapsed" : " decided meanwhile"));
                }));
        return lapsed.size() == AT_ONCE;
    }

    /** Within a transaction about this person. */
    static void lapse(Desk desk, Tx tx, StoredApproval approval) {
        OpenEnrolment about = desk.open(tx, approval.pensionerId());
        desk.record(tx, about, event(approval, ApprovalState.LAPSED, "", "", desk));
        keep(desk, tx, approval.decided(ApprovalState.LAPSED, new StoredApproval.Decided(null, desk.now(), "", null)));
    }

    private static Event event(StoredApproval approval, ApprovalState outcome, String reason, String by, Desk desk) {
        return new Event.ApprovalDecided(
                desk.now(),
                approval.id(),
                approval.act(),
                outcome,
                reason,
                approval.asker().name(),
                by);
    }

    private static void keep(Desk desk, Tx tx, StoredApproval decided) {
        if (!tx.approvals().decide(decided)) {
            throw new IllegalStateException("decided twice under the person's lock");
        }
        LiveEvent.ApprovalChanged told =
                new LiveEvent.ApprovalChanged(decided.id(), decided.pensionerId(), decided.state());
        tx.afterCommit(() -> desk.live().approvalChanged(decided.asker().id(), told));
    }

    private StoredApproval find(Principal who, AuditAct act, String approvalId) {
        return desk.read(tx -> tx.approvals().find(approvalId))
                .orElseThrow(() -> desk.refused(who, act, null, Refusal.of(ProblemType.NOT_FOUND)));
    }

    private static ApprovalState outcome(ApprovalDecision decision) {
        return switch (decision.verdict()) {
            case APPROVE -> ApprovalState.DONE;
            case REFUSE -> ApprovalState.REFUSED;
        };
    }

    private static boolean decidedBy(StoredApproval approval, Principal who) {
        StoredApproval.Decided how = approval.decision();
        StoredLetter.@Nullable Person by = how == null ? null : how.by();
        return by != null && by.id().equals(who.id());
    }

    private void requireAsked(StoredApproval approval) {
        switch (approval.stateAt(desk.now())) {
            case ASKED -> {}
            case DONE, REFUSED -> throw Refusal.closed("approval-decided");
            case LAPSED -> throw Refusal.closed("approval-lapsed");
            case WITHDRAWN -> throw Refusal.closed("approval-withdrawn");
        }
    }

    /** Does what was asked for, in the name of whoever asked, and answers what came of it; null where that has no id. */
    private @Nullable String perform(Tx tx, StoredApproval approval) {
        Principal asker = asker(approval);
        OpenEnrolment about = desk.open(tx, approval.pensionerId());
        Optional<StoredContact> contact =
                Optional.ofNullable(approval.contactId()).flatMap(tx.contacts()::find);
        return switch (approval.request()) {
            case ApprovalRequest.Letter letter -> {
                String id = generating.approved(tx, asker, about, letter.wanted());
                String reference = tx.letters().find(id).orElseThrow().reference();
                done(tx, asker, AuditAct.LETTER_GENERATED, approval, contact, "generated " + reference);
                yield id;
            }
            case ApprovalRequest.Lift lift -> {
                String outcome = lifting.approved(tx, asker, about, lift.wanted());
                done(tx, asker, AuditAct.ALERT_LIFTED, approval, contact, outcome);
                yield null;
            }
            case ApprovalRequest.Unlock _ -> {
                String outcome = overseeing.approved(tx, asker, about);
                done(tx, asker, AuditAct.VERIFICATION_UNLOCKED, approval, contact, outcome);
                yield null;
            }
        };
    }

    private void done(
            Tx tx,
            Principal asker,
            AuditAct act,
            StoredApproval approval,
            Optional<StoredContact> contact,
            String outcome) {
        desk.alsoDone(tx, asker, act, approval.pensionerId(), contact.orElse(null), outcome);
    }

    private static Principal asker(StoredApproval approval) {
        StoredApproval.Asker asker = approval.asker();
        return new Principal(asker.id(), asker.name(), asker.role(), asker.office(), asker.offices());
    }

    private static Principal program(StoredApproval approval) {
        return new Principal(
                "guichet", "Guichet", Role.PROCESS, approval.asker().office());
    }
}
