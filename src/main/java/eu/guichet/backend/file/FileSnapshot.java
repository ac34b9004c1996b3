package eu.guichet.backend.file;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredNotice;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Verifications;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the store has of one pensioner for one agent, read in one transaction.
 *
 * @param printing what the office's printer was last told of each letter, by its id
 * @param agent who looks
 * @param contact this agent's that is open, or null
 * @param verification made in that contact and in force, or null
 * @param lock set while verification is locked for this person
 * @param approvals what nobody has decided about this person, lapsed or not, oldest first
 * @param frozenBy id of the agent who froze the file last, or null
 * @param notices of what is disturbed, for whomever
 * @param callbacks that are owed, the one that is due first before the others
 * @param verifications how she was identified, as long as it is kept, oldest first
 * @param officeNotes to an office about her that wait, oldest first
 */
public record FileSnapshot(
        Pensioner pensioner,
        History history,
        List<StoredLetter> letters,
        Map<String, StoredPrintJob> printing,
        Principal agent,
        @Nullable Contact contact,
        @Nullable Verification verification,
        @Nullable VerificationLock lock,
        List<StoredApproval> approvals,
        @Nullable String frozenBy,
        List<StoredCallback> callbacks,
        List<StoredNotice> notices,
        List<Verifications.Made> verifications,
        List<StoredOfficeNote> officeNotes) {
    public FileSnapshot {
        verifications = List.copyOf(verifications);
        officeNotes = List.copyOf(officeNotes);
        letters = List.copyOf(letters);
        printing = Map.copyOf(printing);
        approvals = List.copyOf(approvals);
        callbacks = List.copyOf(callbacks);
        notices = List.copyOf(notices);
    }

    /** Empty when there is no such pensioner. */
    public static Optional<FileSnapshot> read(Tx tx, String pensionerId, Principal agent, Instant now) {
        Optional<Contact> contact = tx.contacts().open(agent.id(), pensionerId).map(StoredContact::contact);
        return tx.pensioners().find(pensionerId).map(pensioner -> read(tx, pensioner, agent, contact, now));
    }

    private static FileSnapshot read(
            Tx tx, Pensioner pensioner, Principal agent, Optional<Contact> contact, Instant now) {
        String id = pensioner.id();
        History history = tx.events().history(id);
        List<StoredLetter> letters = tx.letters().of(id);
        return new FileSnapshot(
                pensioner,
                history,
                letters,
                tx.printJobs().latest(letters.stream().map(StoredLetter::id).toList()),
                agent,
                contact.orElse(null),
                contact.flatMap(open -> tx.verifications().inForce(open.id(), now))
                        .orElse(null),
                tx.verifications().lock(id, agent.id(), now).orElse(null),
                tx.approvals().asked(id),
                history.last(Event.Frozen.class)
                        .flatMap(_ -> WhoRaised.alert(tx, id, Alert.FROZEN))
                        .orElse(null),
                tx.callbacks().open(id),
                tx.notices().inForce(now),
                tx.verifications().made(id),
                tx.officeNotes().waiting(id));
    }
}
