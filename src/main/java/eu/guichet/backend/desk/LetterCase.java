package eu.guichet.backend.desk;

import eu.guichet.backend.access.LetterRights;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.LetterStatus;

/** Looks a letter up, with the enrolment it belongs to. */
final class LetterCase {
    private final Desk desk;

    LetterCase(Desk desk) {
        this.desk = desk;
    }

    /** Whose letter it is, for the audit row of an act that is still to be judged; an id that is none leaves a row as well. */
    String owner(Principal who, AuditAct act, String letterId) {
        return desk.read(tx -> tx.letters().find(letterId))
                .map(StoredLetter::pensionerId)
                .orElseThrow(() -> desk.refused(who, act, null, Refusal.of(ProblemType.NOT_FOUND)));
    }

    /** As a letter's row names an agent. */
    static StoredLetter.Person person(Principal who) {
        return new StoredLetter.Person(who.id(), who.name());
    }

    Open open(Tx tx, String letterId) {
        StoredLetter letter = tx.letters().find(letterId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
        OpenEnrolment about = desk.open(tx, letter.pensionerId());
        return new Open(letter, about, about.enrolment().letter(letterId).orElseThrow());
    }

    /** A letter in a transaction. */
    record Open(StoredLetter letter, OpenEnrolment about, LetterStatus status) {
        void requireMayPrint(Principal who) {
            if (!LetterRights.mayPrint(
                    who,
                    letter.generatedBy().id(),
                    letter.office(),
                    about.pensioner().office())) {
                throw Refusal.notAllowed("letter-of-another");
            }
        }

        void requireAtItsLetterDesk(Principal who) {
            if (!LetterRights.atItsLetterDesk(
                    who, letter.office(), about.pensioner().office())) {
                throw Refusal.notAllowed("letter-of-another-office");
            }
        }
    }
}
