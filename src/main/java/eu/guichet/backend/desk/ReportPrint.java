package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterState;
import eu.guichet.process.Event;
import java.time.Instant;

/**
 * What became of a claimed document: printed, or not. The claim is named, so that a late word about an older claim, whose
 * paper is no longer valid, is not taken for the newer one's.
 */
public final class ReportPrint {
    private final Desk desk;
    private final ClaimLetter.Tray tray;
    private final LetterCase cases;

    public ReportPrint(Desk desk, ClaimLetter.Tray tray) {
        this.desk = desk;
        this.tray = tray;
        this.cases = new LetterCase(desk);
    }

    /** What was told already is answered as it was the first time and recorded once. */
    public StoredLetter printed(Principal who, String letterId, String claimId) {
        return desk.act(who, AuditAct.LETTER_PRINTED, cases.owner(who, AuditAct.LETTER_PRINTED, letterId), null, tx -> {
            LetterCase.Open open = cases.open(tx, letterId);
            StoredLetter letter = open.letter();
            StoredLetter.Claim claim = own(who, letter, claimId);
            if (letter.printed() != null) {
                return Done.nothing(letter, "repeated");
            }
            if (claim.at() == null) {
                throw Refusal.closed("print-failed-before");
            }
            if (open.status().state() != LetterState.GENERATED) {
                throw Refusal.closed("paper-no-longer-valid");
            }
            Instant now = desk.now();
            tx.letters().printed(letterId, new StoredLetter.Printed(now, LetterCase.person(who)));
            desk.record(tx, open.about(), new Event.LetterPrinted(now, letterId, who.name()));
            tx.afterCommit(() -> tray.printed(letterId, claimId));
            return new Done<>(letter, "printed " + letter.reference());
        });
    }

    /** The document can then be claimed again, with another code. */
    public StoredLetter failed(Principal who, String letterId, String claimId) {
        return desk.act(
                who,
                AuditAct.LETTER_PRINT_FAILED,
                cases.owner(who, AuditAct.LETTER_PRINT_FAILED, letterId),
                null,
                tx -> {
                    LetterCase.Open open = cases.open(tx, letterId);
                    StoredLetter letter = open.letter();
                    StoredLetter.Claim claim = own(who, letter, claimId);
                    if (letter.printed() != null) {
                        throw Refusal.closed("printed-before");
                    }
                    if (claim.at() == null) {
                        return Done.nothing(letter, "repeated");
                    }
                    tx.letters().release(letterId, claimId);
                    desk.record(tx, open.about(), new Event.LetterPrintFailed(desk.now(), letterId, who.name()));
                    return new Done<>(letter, "print failed " + letter.reference());
                });
    }

    /** The claim that is told of, if it is the latest and the caller's own. */
    private StoredLetter.Claim own(Principal who, StoredLetter letter, String claimId) {
        StoredLetter.Claim claim = letter.claim();
        if (claim == null || !claim.id().equals(claimId)) {
            throw Refusal.closed("claimed-again");
        }
        desk.require(who, new Asked.ReportPrint(claim.by().id()));
        return claim;
    }
}
