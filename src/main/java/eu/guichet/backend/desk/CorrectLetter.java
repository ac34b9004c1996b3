package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.process.Event;
import eu.guichet.process.LetterStatus;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Takes back the latest postal record of a letter: on the day it was made by whoever made it, later by a supervisor. Once for
 * each key, because a second time would take back the record before.
 */
public final class CorrectLetter {
    private final Desk desk;
    private final LetterCase cases;

    public CorrectLetter(Desk desk) {
        this.desk = desk;
        this.cases = new LetterCase(desk);
    }

    /** @param reason in the agent's own words; it is kept in the history */
    public StoredLetter correct(Principal who, String letterId, String reason, String key) {
        WrittenDown.requireNoCode("reason", reason);
        String owner = cases.owner(who, AuditAct.LETTER_CORRECTED, letterId);
        return desk.act(who, AuditAct.LETTER_CORRECTED, owner, reason, tx -> {
            LetterCase.Open open = cases.open(tx, letterId);
            open.requireAtItsLetterDesk(who);
            String request = "correction " + letterId + " " + reason;
            Idempotent.Result result =
                    Idempotent.forKey(tx, who, key, request, desk.now(), () -> takeBack(tx, who, open, reason));
            return result.done(open.letter(), "taken back " + open.letter().reference());
        });
    }

    private String takeBack(Tx tx, Principal who, LetterCase.Open open, String reason) {
        StoredLetter letter = open.letter();
        LetterStatus.LatestRecord latest = open.status().latestRecord();
        if (latest == null) {
            throw Refusal.closed("nothing-to-take-back");
        }
        String recordedBy = tx.letters().recordedBy(letter.id(), latest.what()).orElse(null);
        boolean today = day(latest.at()).equals(day(desk.now()));
        desk.require(who, new Asked.TakeBackRecord(recordedBy, today));
        tx.letters().retracted(letter.id(), latest.what());
        desk.record(
                tx,
                open.about(),
                new Event.PostalRecordRetracted(
                        PostalRecords.afterTheLast(open.about(), letter.id(), desk.now()),
                        letter.id(),
                        latest.what(),
                        reason,
                        who.name()));
        return letter.id();
    }

    private LocalDate day(Instant at) {
        return at.atZone(desk.policy().zone()).toLocalDate();
    }
}
