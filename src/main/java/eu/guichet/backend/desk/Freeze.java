package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.MessageKind;
import eu.guichet.process.Event;

/**
 * "That was not me": freezes the file. It needs a contact and no verification, because whoever reports misuse must be able to
 * stop it.
 */
public final class Freeze {
    private final Desk desk;
    private final FreezeNotice notice;

    public Freeze(Desk desk, FreezeNotice notice) {
        this.desk = desk;
        this.notice = notice;
    }

    /** Once for each key. The outstanding letter is given up, no code of an SMS is accepted any more, and a notice is ordered. */
    public void freeze(InContact within, String key) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        desk.act(who, AuditAct.FROZEN, pensionerId, null, tx -> {
            String request = "freeze " + pensionerId;
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                OpenEnrolment about = desk.open(tx, pensionerId);
                desk.requireContact(tx, within);
                desk.requireOpen(about, ActionKind.REPORT_NOT_ME);
                desk.record(tx, about, new Event.Frozen(desk.now(), who.name()));
                tx.codes().invalidate(pensionerId, MessageKind.CHALLENGE_SMS);
                tx.codes().invalidate(pensionerId, MessageKind.SIGN_IN_SMS);
                return notice.order(tx, about, who);
            });
            return result.done(pensionerId, "frozen");
        });
    }
}
