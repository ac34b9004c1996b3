package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.VoidReason;
import eu.guichet.process.Event;
import eu.guichet.process.LetterStatus;

/** Gives a letter up before it is posted; its code is no longer valid from that moment. */
public final class VoidLetter {
    private final Desk desk;
    private final LetterCase cases;

    public VoidLetter(Desk desk) {
        this.desk = desk;
        this.cases = new LetterCase(desk);
    }

    /** What was given up already is answered as it was the first time and recorded once. */
    public StoredLetter giveUp(Principal who, String letterId, VoidReason reason) {
        return desk.act(who, AuditAct.LETTER_VOIDED, cases.owner(who, AuditAct.LETTER_VOIDED, letterId), null, tx -> {
            LetterCase.Open open = cases.open(tx, letterId);
            open.requireMayPrint(who);
            if (reason == VoidReason.FROZEN) {
                throw Refusal.invalid("reason", "not-by-hand");
            }
            LetterStatus status = open.status();
            if (status.state() == LetterState.VOIDED) {
                return Done.nothing(open.letter(), "repeated");
            }
            boolean beforeThePost = switch (status.state()) {
                case GENERATED, PRINTED -> true;
                case POSTED, RECEIVED, REDEEMED, VOIDED, RETURNED, SUPERSEDED, EXPIRED, LOCKED -> false;
            };
            if (!beforeThePost) {
                throw Refusal.closed("not-before-the-post");
            }
            giveUp(desk, tx, open.about(), letterId, reason, who);
            return new Done<>(open.letter(), "voided " + open.letter().reference());
        });
    }

    /** Within another act. */
    static void giveUp(Desk desk, Tx tx, OpenEnrolment about, String letterId, VoidReason reason, Principal who) {
        tx.letters().voided(letterId);
        desk.record(tx, about, new Event.LetterVoided(desk.now(), letterId, reason, who.name()));
    }
}
