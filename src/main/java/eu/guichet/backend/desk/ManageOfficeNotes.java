package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNoteRequest;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Worklist;
import eu.guichet.process.Event;
import java.util.Optional;
import java.util.UUID;

/**
 * Leaves notes for another office about somebody, and keeps what becomes of them, each once for each key and within a contact. The
 * competence stays where it is.
 */
public final class ManageOfficeNotes {
    /** So many about one person wait at most: they stand in her file, and nobody reads more. */
    private static final int MOST_WAITING = 10;

    private final Desk desk;

    public ManageOfficeNotes(Desk desk) {
        this.desk = desk;
    }

    public StoredOfficeNote leave(InContact within, OfficeNoteRequest wanted, String key) {
        WrittenDown.requireNoCode("note", wanted.note());
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        return desk.act(who, AuditAct.OFFICE_NOTE_LEFT, pensionerId, null, tx -> {
            String request = "office-note " + pensionerId + " " + wanted.to() + " " + wanted.note();
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                desk.requireContact(tx, within);
                OpenEnrolment about = desk.open(tx, pensionerId);
                desk.require(
                        who, new Asked.LeaveNote(wanted.to(), about.pensioner().office()));
                if (tx.officeNotes().waiting(pensionerId).size() >= MOST_WAITING) {
                    throw Refusal.closed("office-notes-waiting");
                }
                StoredOfficeNote left = new StoredOfficeNote(
                        UUID.randomUUID().toString(),
                        pensionerId,
                        who.office(),
                        wanted.to(),
                        who.id(),
                        who.name(),
                        wanted.note().strip(),
                        desk.now(),
                        OfficeNoteState.OPEN,
                        null,
                        null,
                        null);
                tx.officeNotes().add(left);
                record(
                        tx,
                        about,
                        left.to(),
                        new Event.OfficeNoteLeft(desk.now(), left.id(), left.from(), left.to(), who.name()));
                return left.id();
            });
            return result.done(find(tx, result.resourceId()), "for " + wanted.to());
        });
    }

    /** Empty where there is none, or none any more. */
    public Optional<StoredOfficeNote> find(String noteId) {
        return desk.read(tx -> tx.officeNotes().find(noteId));
    }

    /** What becomes of one that waits. In that state already, it is answered as it is; a colleague may take over from another. */
    public StoredOfficeNote change(InContact within, String noteId, OfficeNoteState state, String key) {
        Principal who = within.who();
        return desk.act(who, AuditAct.OFFICE_NOTE_CHANGED, within.pensionerId(), null, tx -> {
            String request = "office-note " + noteId + " " + state;
            OpenEnrolment about = desk.open(tx, within.pensionerId());
            StoredOfficeNote left = find(tx, noteId);
            StoredOfficeNote before = desk.access().keepsApart()
                    ? left.waitingAt(about.pensioner().office())
                    : left;
            boolean already =
                    before.state() == state && (!state.waits() || who.name().equals(before.takenBy()));
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                desk.requireContact(tx, within);
                desk.require(
                        who,
                        state == OfficeNoteState.WITHDRAWN
                                ? new Asked.WithdrawNote(before.agentId())
                                : new Asked.SeeToNote(before.to()));
                if (!already) {
                    requireWaiting(before);
                    if (state == OfficeNoteState.TAKEN) {
                        tx.officeNotes().take(noteId, who.name(), before.to());
                    } else {
                        tx.officeNotes().end(noteId, state, who.name(), desk.now());
                    }
                    record(
                            tx,
                            about,
                            before.to(),
                            new Event.OfficeNoteChanged(desk.now(), noteId, state, before.to(), who.name()));
                }
                return noteId;
            });
            return already ? Desk.Done.nothing(before, "repeated") : result.done(find(tx, noteId), state.name());
        });
    }

    private void record(Tx tx, OpenEnrolment about, OfficeCode office, Event event) {
        desk.record(tx, about, event);
        tx.afterCommit(() -> desk.live().listChanged(office, Worklist.HANDED_TO_OFFICE));
    }

    private static StoredOfficeNote find(Tx tx, String noteId) {
        return tx.officeNotes().find(noteId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    }

    private static void requireWaiting(StoredOfficeNote note) {
        if (!note.state().waits()) {
            throw Refusal.closed("office-note-ended");
        }
    }
}
