package eu.guichet.backend.enrolment;

import eu.guichet.backend.store.Bulk;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.process.RegisterField;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same door for many people at once: imports and simulated worlds. Everything is written when it is closed at the latest,
 * within the transaction it came from. Nobody is told of single files.
 */
public final class BulkJournal implements AutoCloseable {
    private final Bulk bulk;
    private final StatusDeriver deriver;
    private final Instant now;

    /** @param policy to be that of the backend, but where nothing has happened yet to anybody who is added */
    public BulkJournal(Tx tx, DatedPolicy policy, Instant now) {
        this.bulk = tx.bulk();
        this.deriver = new StatusDeriver(policy);
        this.now = now;
    }

    /** Says by which rules the rows of an empty store are derived: they need not be derived anew. */
    public void adoptRules(Tx tx) {
        tx.statuses().derivedBy(deriver.rules());
    }

    /**
     * @param happened in the order in which it is to be recorded
     * @param letters as they were ordered; what became of them is in the events
     */
    public void add(Pensioner person, List<Event> happened, List<StoredMessage> messages, List<StoredLetter> letters) {
        long version = happened.size();
        bulk.add(person.at(version));
        messages.forEach(bulk::add);
        History history = new History(happened);
        Enrolment enrolment = deriver.enrolment(person, history, now);
        letters.forEach(
                letter -> bulk.add(letter.as(enrolment.letter(letter.id()).orElseThrow())));
        for (int i = 0; i < happened.size(); i++) {
            bulk.add(person.id(), i + 1L, happened.get(i));
        }
        EnrolmentStatus status = deriver.derive(person, version, history, enrolment, now);
        bulk.add(status);
        deriver.worklists(person, history, enrolment, status, null).forEach(bulk::add);
        StatusDeriver.passed(person, enrolment).forEach(bulk::add);
    }

    /**
     * Brings up to date what the register says of somebody on file; the change is an event of hers. Her row is derived anew
     * by {@link StatusUpkeep}, because her history is not read here.
     *
     * @return false when nothing has changed
     */
    public boolean change(Pensioner before, Pensioner after) {
        Set<RegisterField> fields = changed(before, after);
        if (fields.isEmpty()) {
            return false;
        }
        bulk.change(after);
        bulk.add(after.id(), after.version() + 1, new Event.RegisterChanged(now, fields));
        bulk.derivedLater(after.id(), now);
        return true;
    }

    /** What of somebody on file is another one in the register; empty when nothing is. */
    public static Set<RegisterField> changed(Pensioner before, Pensioner after) {
        Set<RegisterField> fields = EnumSet.noneOf(RegisterField.class);
        note(
                fields,
                RegisterField.NAME,
                List.of(before.lastName(), before.firstName(), Objects.requireNonNullElse(before.birthName(), "")),
                List.of(after.lastName(), after.firstName(), Objects.requireNonNullElse(after.birthName(), "")));
        note(fields, RegisterField.BIRTH_DATE, before.birthDate(), after.birthDate());
        note(fields, RegisterField.OFFICE, before.officeInRegister(), after.officeInRegister());
        note(fields, RegisterField.LANGUAGES, before.languages(), after.languages());
        note(fields, RegisterField.ADDRESS, before.address(), after.address());
        note(fields, RegisterField.EMAIL, before.email(), after.email());
        note(fields, RegisterField.PHONE, before.phone(), after.phone());
        return fields;
    }

    private static void note(
            Set<RegisterField> fields, RegisterField field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }

    @Override
    public void close() {
        bulk.close();
    }
}
