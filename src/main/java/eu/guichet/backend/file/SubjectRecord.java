package eu.guichet.backend.file;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.AuditEntry;
import eu.guichet.process.History;
import java.util.List;

/**
 * Everything that is held about one person, read from one moment of the store. No code is among it, nor a hash of one.
 *
 * @param contacts all agents' about her, oldest first
 * @param callbacks that she was promised and that are still kept, oldest first
 * @param officeNotes that offices left each other about her and that are still kept, oldest first
 * @param verifications those that are still kept, oldest first
 * @param looks every row of the audit trail about her, oldest first
 */
public record SubjectRecord(
        Pensioner pensioner,
        History history,
        List<StoredMessage> messages,
        List<StoredLetter> letters,
        List<StoredContact> contacts,
        List<StoredCallback> callbacks,
        List<StoredOfficeNote> officeNotes,
        List<Verifications.Checked> verifications,
        List<AuditEntry> looks) {
    public SubjectRecord {
        messages = List.copyOf(messages);
        letters = List.copyOf(letters);
        contacts = List.copyOf(contacts);
        callbacks = List.copyOf(callbacks);
        officeNotes = List.copyOf(officeNotes);
        verifications = List.copyOf(verifications);
        looks = List.copyOf(looks);
    }

    /** Never prints who it is. */
    @Override
    public String toString() {
        return "SubjectRecord[" + pensioner.id() + "]";
    }
}
