package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.file.WhoRaised;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditAct;
import eu.guichet.process.Event;
import eu.guichet.text.Keys;

/** Lifts an alert that is in force; what it closed is open again. Whoever froze a file does not lift that alone. */
public final class LiftAlert {
    private final Desk desk;

    public LiftAlert(Desk desk) {
        this.desk = desk;
    }

    /** @param reason in the supervisor's own words; it is kept in the history */
    public void lift(Principal who, String pensionerId, Alert alert, String reason) {
        WrittenDown.requireNoCode("reason", reason);
        desk.act(who, AuditAct.ALERT_LIFTED, pensionerId, reason, tx -> {
            OpenEnrolment about = desk.open(tx, pensionerId);
            String raisedBy = WhoRaised.alert(tx, pensionerId, alert).orElse(null);
            desk.require(who, new Asked.LiftAlert(about.pensioner().office(), raisedBy));
            if (!about.enrolment().has(alert)) {
                throw Refusal.closed("no-such-alert");
            }
            desk.record(tx, about, new Event.AlertLifted(desk.now(), alert, reason, who.name()));
            return new Done<>(alert, Keys.kebab(alert));
        });
    }
}
