package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.file.SubjectRecord;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.ProblemType;

/** A person asks what is held about her and who has looked: a supervisor or an auditor has it made, with a reason. */
public final class ReadSubjectFile {
    private final Desk desk;

    public ReadSubjectFile(Desk desk) {
        this.desk = desk;
    }

    /** Everything in full; that it was made stands in the audit trail with the reason, and so in the next one. */
    public SubjectRecord read(Principal who, String pensionerId, String reason) {
        WrittenDown.requireNoCode("reason", reason);
        return desk.look(who, AuditAct.SUBJECT_FILE, pensionerId, reason, tx -> {
            Pensioner pensioner =
                    tx.pensioners().find(pensionerId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
            desk.require(who, new Asked.ReadSubjectFile(pensioner.office()));
            SubjectRecord held = new SubjectRecord(
                    pensioner,
                    tx.events().history(pensionerId),
                    tx.messages().of(pensionerId),
                    tx.letters().of(pensionerId),
                    tx.contacts().of(pensionerId),
                    tx.callbacks().of(pensionerId),
                    tx.officeNotes().of(pensionerId),
                    tx.verifications().of(pensionerId),
                    tx.audit().all(pensionerId));
            return new Done<>(held, held.looks().size() + " rows");
        });
    }
}
