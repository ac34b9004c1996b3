package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.contract.ActionKind;
import eu.guichet.process.Event;
import java.util.regex.Pattern;

/** Keeps the ticket number under which DIGIT has taken a case. */
public final class HandOver {
    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9-]{3,40}");

    private final Desk desk;

    public HandOver(Desk desk) {
        this.desk = desk;
    }

    public void handOver(Principal who, String pensionerId, String ticket) {
        desk.act(who, "handed-over", pensionerId, null, tx -> {
            String number = ticket.strip();
            if (!TICKET.matcher(number).matches()) {
                throw Refusal.invalid("ticket", "ticket");
            }
            Case about = desk.open(tx, pensionerId);
            desk.requireOpen(about, ActionKind.HAND_OVER_TO_DIGIT);
            desk.record(tx, about, new Event.HandedOver(desk.now(), number, who.name()));
            return new Done<>(number, "ticket " + number);
        });
    }
}
