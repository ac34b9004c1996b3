package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.TransferReason;
import eu.guichet.contract.TransferRequest;
import eu.guichet.process.Event;
import eu.guichet.text.Keys;

/** Gives the competence for somebody to another office, with a reason. Her lists and those who decide about her follow. */
public final class TransferCompetence {
    private static final int SHORTEST_REMARK = 3;

    private final Desk desk;

    public TransferCompetence(Desk desk) {
        this.desk = desk;
    }

    /**
     * Once for each key.
     *
     * @param etag of the file the supervisor has read; when it has changed since, nothing is done
     */
    public void transfer(InContact within, String etag, TransferRequest wanted, String key) {
        String remark = wanted.remark().strip();
        WrittenDown.requireNoCode("remark", remark);
        if (wanted.reason() == TransferReason.OTHER && remark.length() < SHORTEST_REMARK) {
            throw Refusal.invalid("remark", "required");
        }
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        String why = Keys.kebab(wanted.reason()) + (remark.isEmpty() ? "" : ": " + remark);
        desk.act(who, AuditAct.TRANSFERRED, pensionerId, why, tx -> {
            String request = "transfer " + pensionerId + " " + wanted.to() + " " + why;
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                OpenEnrolment about = desk.open(tx, pensionerId);
                Pensioner person = about.pensioner();
                desk.require(who, new Asked.Transfer(person.office()));
                desk.requireContact(tx, within);
                if (!Etag.of(person.version()).equals(etag)) {
                    throw Refusal.of(ProblemType.FILE_CHANGED);
                }
                OfficeCode from = person.office();
                if (wanted.to() == from) {
                    throw Refusal.invalid("to", "competent-already");
                }
                tx.pensioners().change(person.transferredTo(wanted.to()));
                desk.record(
                        tx,
                        about,
                        new Event.CompetenceTransferred(
                                desk.now(), from, wanted.to(), wanted.reason(), remark, who.name()));
                return pensionerId;
            });
            return result.done(pensionerId, "to " + wanted.to());
        });
    }
}
