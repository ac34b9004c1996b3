package eu.guichet.backend.http;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.InContact;
import eu.guichet.backend.desk.ManageOfficeNotes;
import eu.guichet.backend.desk.TransferCompetence;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNotePatch;
import eu.guichet.contract.OfficeNoteRequest;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.TransferRequest;
import java.util.List;

/** What is left for another office about somebody, and who is competent for her. */
final class RightOfficeResource {
    private static final int CREATED = 201;
    private static final int LONGEST_REMARK = 300;

    private final ManageOfficeNotes notes;
    private final TransferCompetence transfer;

    RightOfficeResource(Services rooms) {
        notes = rooms.acts().rightOffice().notes();
        transfer = rooms.acts().rightOffice().transfer();
    }

    List<Route> routes() {
        return List.of(leave(), change(), transfer());
    }

    private Route leave() {
        return Route.post("/v1/pensioners/{id}/office-notes", Permission.READ_FILE, call -> {
            String key = call.idempotencyKey();
            OfficeNoteRequest asked = call.body(OfficeNoteRequest.class);
            new Violations()
                    .require("to", asked.to())
                    .text("note", asked.note(), OfficeNoteRequest.LONGEST_NOTE)
                    .none();
            return Answer.json(CREATED, view(notes.leave(call.within(), asked, key), call.principal()));
        });
    }

    private Route change() {
        return Route.patch("/v1/office-notes/{id}", Permission.READ_FILE, call -> {
            String key = call.idempotencyKey();
            OfficeNotePatch patch = call.body(OfficeNotePatch.class);
            new Violations()
                    .require("state", patch.state())
                    .check("state", patch.state() != OfficeNoteState.OPEN, Fault.MALFORMED)
                    .none();
            StoredOfficeNote before =
                    notes.find(call.id()).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
            InContact within = new InContact(
                    call.principal(), before.pensionerId(), call.contact().orElse(null));
            return Answer.ok(view(notes.change(within, before.id(), patch.state(), key), call.principal()));
        });
    }

    private Route transfer() {
        return Route.post("/v1/pensioners/{id}/transfer", Permission.TRANSFER, call -> {
            String key = call.idempotencyKey();
            String etag = call.ifMatch();
            TransferRequest asked = call.body(TransferRequest.class);
            Violations faults = new Violations()
                    .require("to", asked.to())
                    .require("reason", asked.reason())
                    .require("remark", asked.remark());
            if (asked.remark() != null) {
                faults.line("remark", asked.remark(), LONGEST_REMARK);
            }
            faults.none();
            transfer.transfer(call.within(), etag, asked, key);
            return Answer.empty();
        });
    }

    private static OfficeNote view(StoredOfficeNote note, Principal who) {
        return note.seenBy(who.id(), Access.worklists(who));
    }
}
