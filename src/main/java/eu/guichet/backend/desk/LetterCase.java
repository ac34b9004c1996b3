package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.LetterStatus;
import java.util.EnumSet;
import java.util.Set;

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
        return new Open(desk, letter, about, about.enrolment().letter(letterId).orElseThrow());
    }

    /** A letter in a transaction. */
    record Open(Desk desk, StoredLetter letter, OpenEnrolment about, LetterStatus status) {
        void requireMayPrint(Principal who) {
            desk.require(who, new Asked.PrintLetter(letter.generatedBy().id(), offices()));
        }

        void requireAtItsLetterDesk(Principal who) {
            desk.require(who, new Asked.HandlePost(offices()));
        }

        private Set<OfficeCode> offices() {
            return EnumSet.of(letter.office(), about.pensioner().office());
        }
    }
}
