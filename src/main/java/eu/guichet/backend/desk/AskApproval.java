package eu.guichet.backend.desk;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.ApprovalRequest;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.ApprovalReason;
import eu.guichet.process.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks a supervisor, within the transaction of the act that nobody may do alone: of each kind once at a time about a person. */
final class AskApproval {
    private final Desk desk;

    AskApproval(Desk desk) {
        this.desk = desk;
    }

    /**
     * What is asked for.
     *
     * @param key idempotency key of whoever asks
     * @param hash of the whole request
     */
    record Asking(Principal who, String key, String hash, ApprovalRequest request) {}

    /** What was asked for with this key before; a key that came with another request is refused. */
    Optional<StoredApproval> before(Tx tx, Asking asking) {
        Optional<StoredApproval> before = tx.approvals().find(asking.who().id(), asking.key());
        before.filter(approval -> !approval.requestHash().equals(asking.hash())).ifPresent(_ -> {
            throw Refusal.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
        });
        return before;
    }

    /** The same request of the same agent that still waits, whatever its key: for acts that need none. */
    Optional<StoredApproval> same(Tx tx, OpenEnrolment about, Asking asking) {
        Instant now = desk.now();
        return tx.approvals().asked(about.id()).stream()
                .filter(approval -> approval.stateAt(now) == ApprovalState.ASKED)
                .filter(approval -> approval.asker().id().equals(asking.who().id())
                        && approval.requestHash().equals(asking.hash()))
                .findFirst();
    }

    /** Refuses an act of which a supervisor is asked already. */
    static void requireNoneAsked(OpenEnrolment about, ApprovalAct act) {
        about.enrolment().asked(act).ifPresent(asked -> {
            throw Refusal.closedUntil("approval-asked", asked.lapsesAt());
        });
    }

    StoredApproval ask(Tx tx, OpenEnrolment about, Asking asking, List<ApprovalReason> why) {
        Instant now = desk.now();
        sweep(tx, about.id(), now);
        Principal who = asking.who();
        Optional<StoredContact> contact = tx.contacts().open(who.id(), about.id());
        StoredApproval approval = new StoredApproval(
                UUID.randomUUID().toString(),
                about.id(),
                asking.request(),
                asking.hash(),
                why,
                new StoredApproval.Asker(who.id(), who.name(), who.role(), who.office(), Access.worklists(who)),
                asking.key(),
                contact.map(StoredContact::id).orElse(null),
                now,
                now.plus(desk.policy().approvals().holds()),
                ApprovalState.ASKED,
                null);
        tx.approvals().add(approval);
        desk.record(
                tx,
                about,
                new Event.ApprovalAsked(now, approval.id(), approval.act(), approval.lapsesAt(), who.name()));
        desk.alsoDone(
                tx,
                who,
                AuditAct.APPROVAL_ASKED,
                about.id(),
                contact.orElse(null),
                approval.act().key());
        return approval;
    }

    /** What lapsed and was not swept up yet makes room. */
    private void sweep(Tx tx, String pensionerId, Instant now) {
        tx.approvals().asked(pensionerId).stream()
                .filter(approval -> approval.stateAt(now) == ApprovalState.LAPSED)
                .forEach(approval -> DecideApproval.lapse(desk, tx, approval));
    }
}
