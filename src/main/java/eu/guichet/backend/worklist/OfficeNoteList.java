package eu.guichet.backend.worklist;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists;
import eu.guichet.backend.store.Worklists.Cursor;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What other offices have left for those for which one acts; those first that have waited longest. */
final class OfficeNoteList extends ItemList<StoredOfficeNote> {
    private final BooleanSupplier apart;

    /** @param apart whether offices are kept apart now */
    OfficeNoteList(EnrolmentJournal journal, BooleanSupplier apart) {
        super(journal);
        this.apart = apart;
    }

    @Override
    List<StoredOfficeNote> first(Tx tx, Principal who, Collection<OfficeCode> offices, WorklistQuery wanted, int most) {
        return tx.officeNotes().list(offices, apart.getAsBoolean(), wanted.agent(), most);
    }

    @Override
    int count(Tx tx, Principal who, Collection<OfficeCode> offices, @Nullable String colleague) {
        return tx.officeNotes().count(offices, apart.getAsBoolean(), colleague);
    }

    @Override
    List<WorklistColleague> colleagues(Tx tx, Collection<OfficeCode> offices, int most) {
        return tx.officeNotes().colleagues(offices, apart.getAsBoolean(), most);
    }

    @Override
    String pensionerId(StoredOfficeNote note) {
        return note.pensionerId();
    }

    @Override
    Cursor cursor(StoredOfficeNote note, int step) {
        return new Cursor(note.writtenAt().toEpochMilli(), Worklists.NEVER, step, note.id());
    }

    @Override
    WorklistRow row(Item<StoredOfficeNote> left, Principal who, @Nullable String atWork) {
        Pensioner person = left.person();
        StoredOfficeNote note = left.about();
        return new WorklistRow(
                person.id(),
                FileAssembler.name(person),
                person.birthDate().getYear(),
                person.office(),
                left.step(),
                note.writtenAt(),
                null,
                note.takenBy() == null ? note.agentName() : note.takenBy(),
                atWork,
                left.cursor().toString(),
                null,
                note.seenBy(who.id(), Access.worklists(who)));
    }
}
