package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterState;

/** A letter officer records what the post did with a letter. */
public final class RecordLetter {
    private final Desk desk;
    private final PostalRecords post;
    private final LetterCase cases;

    public RecordLetter(Desk desk) {
        this.desk = desk;
        this.post = new PostalRecords(desk);
        this.cases = new LetterCase(desk);
    }

    /** What is on file already is answered as it was the first time and recorded once. */
    public StoredLetter record(Principal who, String letterId, LetterPatch.Postal patch) {
        return desk.act(
                who, AuditAct.LETTER_RECORDED, cases.owner(who, AuditAct.LETTER_RECORDED, letterId), null, tx -> {
                    LetterCase.Open open = cases.open(tx, letterId);
                    open.requireAtItsLetterDesk(who);
                    switch (patch) {
                        case LetterPatch.Posted _ -> requireToBePosted(open);
                        case LetterPatch.Received _, LetterPatch.Returned _ -> requirePosted(open);
                    }
                    boolean recorded = post.record(tx, who, open.about(), open.letter(), patch);
                    return recorded
                            ? new Done<>(
                                    open.letter(),
                                    outcome(patch) + " " + open.letter().reference())
                            : Done.nothing(open.letter(), "repeated");
                });
    }

    /**
     * The post tells what it has; the letter desk asks before it hands a letter over. One whose code has ended lies on the desk
     * still, and must not be posted.
     */
    private static void requireToBePosted(LetterCase.Open open) {
        boolean onTheDesk = open.letter().printed() != null && open.status().postedOn() == null;
        switch (open.status().state()) {
            case PRINTED -> ClaimLetter.requirePostable(open.about());
            case VOIDED -> throw Refusal.closed("posted-though-voided");
            case SUPERSEDED, EXPIRED, LOCKED -> {
                if (onTheDesk) {
                    throw Refusal.closed("paper-no-longer-valid");
                }
            }
            case GENERATED, POSTED, RECEIVED, REDEEMED, RETURNED -> {}
        }
    }

    /** A letter that is still on the desk was scanned on the wrong list: recorded as received, it would never be posted. */
    private static void requirePosted(LetterCase.Open open) {
        if (open.status().state() == LetterState.PRINTED) {
            throw Refusal.closed("not-posted-yet");
        }
    }

    private static String outcome(LetterPatch.Postal patch) {
        return switch (patch) {
            case LetterPatch.Posted _ -> "posted";
            case LetterPatch.Received _ -> "received";
            case LetterPatch.Returned _ -> "returned";
        };
    }
}
