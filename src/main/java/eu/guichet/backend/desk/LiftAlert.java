package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.ActOutcome.Performed;
import eu.guichet.backend.desk.ActOutcome.Waits;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.file.WhoRaised;
import eu.guichet.backend.store.ApprovalRequest;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AlertLift;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.AuditAct;
import eu.guichet.process.ApprovalReason;
import eu.guichet.process.Event;
import eu.guichet.text.Digests;
import eu.guichet.text.Keys;
import java.util.List;
import java.util.Optional;

/** Lifts an alert that is in force; what it closed is open again. Whoever froze a file does not lift that alone. */
public final class LiftAlert {
    private final Desk desk;
    private final AskApproval asking;

    public LiftAlert(Desk desk) {
        this.desk = desk;
        this.asking = new AskApproval(desk);
    }

    /**
     * Lifts it, or asks another supervisor where the policy wants that.
     *
     * @param lift with the reason in the supervisor's own words, which is kept in the history
     * @param key under which another supervisor is asked, once
     */
    public ActOutcome<Alert> lift(Principal who, String pensionerId, AlertLift lift, String key) {
        WrittenDown.requireNoCode("reason", lift.reason());
        AskApproval.Asking asked =
                new AskApproval.Asking(who, key, hash(pensionerId, lift), new ApprovalRequest.Lift(lift));
        return desk.act(who, AuditAct.ALERT_LIFTED, pensionerId, lift.reason(), tx -> {
            OpenEnrolment about = desk.open(tx, pensionerId);
            Optional<StoredApproval> before = asking.before(tx, asked).or(() -> asking.same(tx, about, asked));
            if (before.isPresent()) {
                return Done.nothing(new Waits<>(before.get()), "repeated");
            }
            requireLiftable(tx, who, about, lift.alert());
            AskApproval.requireNoneAsked(about, ApprovalAct.LIFT_ALERT);
            List<ApprovalReason> why = desk.policy().approvals().always(ApprovalAct.LIFT_ALERT);
            if (!why.isEmpty()) {
                return Done.nothing(new Waits<>(asking.ask(tx, about, asked, why)), "approval asked");
            }
            return new Done<>(new Performed<>(lift.alert()), lifted(tx, who, about, lift));
        });
    }

    private static String hash(String pensionerId, AlertLift lift) {
        return Digests.sha256("lift " + pensionerId + " " + lift.alert() + " " + lift.reason());
    }

    /** What another supervisor has approved; answers what the trail keeps of it. */
    String approved(Tx tx, Principal asker, OpenEnrolment about, AlertLift lift) {
        requireLiftable(tx, asker, about, lift.alert());
        return lifted(tx, asker, about, lift);
    }

    private void requireLiftable(Tx tx, Principal who, OpenEnrolment about, Alert alert) {
        String raisedBy = WhoRaised.alert(tx, about.id(), alert).orElse(null);
        desk.require(who, new Asked.LiftAlert(about.pensioner().office(), raisedBy));
        if (!about.enrolment().has(alert)) {
            throw Refusal.closed("no-such-alert");
        }
    }

    private String lifted(Tx tx, Principal who, OpenEnrolment about, AlertLift lift) {
        desk.record(tx, about, new Event.AlertLifted(desk.now(), lift.alert(), lift.reason(), who.name()));
        return Keys.kebab(lift.alert());
    }
}
