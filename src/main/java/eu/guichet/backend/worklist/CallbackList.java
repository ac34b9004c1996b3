package eu.guichet.backend.worklist;

import eu.guichet.backend.access.Access;
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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The calls that were promised: one's own wherever they were promised, and those of the offices for which one acts. */
final class CallbackList extends ItemList<StoredCallback> {
    private final BooleanSupplier apart;

    /** @param apart whether offices are kept apart now */
    CallbackList(EnrolmentJournal journal, BooleanSupplier apart) {
        super(journal);
        this.apart = apart;
    }

    private Callbacks.Of of(Principal who, Collection<OfficeCode> offices, @Nullable String colleague) {
        return new Callbacks.Of(who.id(), offices, apart.getAsBoolean(), colleague);
    }

    /** How many that this one promised to make in person are late. */
    int missed(Tx tx, Principal who, Instant now) {
        return tx.callbacks().missed(of(who, Access.worklists(who), null), now);
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
        return tx.callbacks().colleagues(offices, apart.getAsBoolean(), most);
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
