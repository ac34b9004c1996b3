package eu.guichet.backend.worklist;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.store.Callbacks;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists.Cursor;
import eu.guichet.contract.Callback;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls that were promised: one's own wherever they were promised, and those of the offices for which one acts. */
final class CallbackList extends ItemList<StoredCallback> {
    CallbackList(EnrolmentJournal journal) {
        super(journal);
    }

    private static Callbacks.Of of(Principal who, Collection<OfficeCode> offices, @Nullable String colleague) {
        return new Callbacks.Of(who.id(), offices, colleague);
    }

    @Override
    List<StoredCallback> first(Tx tx, Principal who, Collection<OfficeCode> offices, WorklistQuery wanted, int most) {
        return tx.callbacks().list(of(who, offices, wanted.agent()), most).stream()
                .filter(callback -> wanted.office() == null || callback.office() == wanted.office())
                .toList();
    }

    @Override
    int count(Tx tx, Principal who, Collection<OfficeCode> offices, @Nullable String colleague) {
        return tx.callbacks().count(of(who, offices, colleague));
    }

    @Override
    List<WorklistColleague> colleagues(Tx tx, Collection<OfficeCode> offices, int most) {
        return tx.callbacks().colleagues(offices, most);
    }

    @Override
    String pensionerId(StoredCallback callback) {
        return callback.pensionerId();
    }

    @Override
    Cursor cursor(StoredCallback callback, int step) {
        return new Cursor(callback.promisedAt().toEpochMilli(), callback.due().toEpochMilli(), step, callback.id());
    }

    @Override
    WorklistRow row(Item<StoredCallback> owed, Principal who, @Nullable String atWork) {
        Pensioner person = owed.person();
        Callback callback = owed.about().seenBy(who.id());
        return new WorklistRow(
                person.id(),
                FileAssembler.name(person),
                person.birthDate().getYear(),
                person.office(),
                owed.step(),
                callback.promisedAt(),
                callback.at(),
                callback.promisedBy(),
                atWork,
                owed.cursor().toString(),
                callback);
    }
}
