package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditAct;
import eu.guichet.process.Event;
import java.util.function.Function;

/** Keeps the ticket number under which DIGIT has taken a case. */
public final class HandOver {
    private final Desk desk;

    public HandOver(Desk desk) {
        this.desk = desk;
    }

    /** The draft tells as much of her as the file does, so asking for it is a look like any other. */
    public <T> T draft(Principal who, String pensionerId, AccessReason reason, Function<Tx, T> read) {
        return desk.look(
                who, AuditAct.HANDOVER_DRAFTED, pensionerId, reason.value(), tx -> draft(tx, who, pensionerId, read));
    }

    /** As the other, for the reason of the contact. */
    public <T> T draft(InContact within, Function<Tx, T> read) {
        return desk.look(
                within.who(),
                AuditAct.HANDOVER_DRAFTED,
                within.pensionerId(),
                null,
                tx -> {
                    var _ = desk.contact(tx, within);
                    return draft(tx, within.who(), within.pensionerId(), read);
                },
                tx -> desk.touch(tx, within));
    }

    private <T> Done<T> draft(Tx tx, Principal who, String pensionerId, Function<Tx, T> read) {
        OpenEnrolment about = desk.open(tx, pensionerId);
        desk.require(who, new Asked.OpenFile(about.pensioner().office()));
        desk.requireOpen(about, ActionKind.HAND_OVER_TO_DIGIT);
        return new Done<>(read.apply(tx), "drafted");
    }

    /** The ticket that is on file already is not recorded again. */
    public void handOver(InContact within, String ticket) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        String number = AccessReason.ticketNumber(ticket).orElseThrow(() -> Refusal.invalid("ticket", "ticket"));
        desk.act(who, AuditAct.HANDED_OVER, pensionerId, null, tx -> {
            desk.requireContact(tx, within);
            OpenEnrolment about = desk.open(tx, pensionerId);
            desk.requireOpen(about, ActionKind.HAND_OVER_TO_DIGIT);
            if (about.history()
                    .handedOver()
                    .filter(last -> last.ticket().equals(number))
                    .isPresent()) {
                return Done.nothing(number, "repeated");
            }
            desk.record(tx, about, new Event.HandedOver(desk.now(), number, who.name()));
            return new Done<>(number, "ticket " + number);
        });
    }
}
