package eu.guichet.backend.worklist;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.store.Callbacks;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists.Cursor;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistSort;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calls that were promised: one's own wherever they were promised, and those of the offices for which one acts. They are few
 * beside the register, so that a page is cut out of those that are due first.
 */
final class CallbackList {
    private final EnrolmentJournal journal;

    CallbackList(EnrolmentJournal journal) {
        this.journal = journal;
    }

    /** One call that is owed, and to whom. */
    record Owed(StoredCallback callback, Pensioner person, int step) {
        Cursor cursor() {
            return new Cursor(
                    callback.promisedAt().toEpochMilli(), callback.due().toEpochMilli(), step, callback.id());
        }
    }

    static int count(Tx tx, Principal who) {
        return tx.callbacks().count(of(who, Access.worklists(who), null));
    }

    private static Callbacks.Of of(Principal who, Collection<OfficeCode> offices, @Nullable String colleague) {
        return new Callbacks.Of(who.id(), offices, colleague);
    }

    static boolean cut(Tx tx, Principal who, Collection<OfficeCode> offices, WorklistQuery wanted, int depth) {
        return tx.callbacks().count(of(who, offices, wanted.agent())) > depth;
    }

    static List<WorklistColleague> colleagues(Tx tx, Collection<OfficeCode> offices, int most) {
        return tx.callbacks().colleagues(offices, most);
    }

    /**
     * @param after null for the beginning
     * @param depth how many are looked at, those that are due first
     */
    List<Owed> page(
            Tx tx,
            Principal who,
            Collection<OfficeCode> offices,
            WorklistQuery wanted,
            @Nullable Cursor after,
            Instant now,
            int depth,
            int size) {
        Comparator<Cursor> order = order(wanted.sort());
        return owed(tx, tx.callbacks().list(of(who, offices, wanted.agent()), depth)).stream()
                .filter(owed -> wanted.office() == null || owed.callback().office() == wanted.office())
                .filter(owed -> wanted.step() == null || owed.step() == wanted.step())
                .filter(owed -> isOld(owed.callback(), wanted.days(), now))
                .filter(owed -> after == null || order.compare(owed.cursor(), after) > 0)
                .sorted(Comparator.comparing(Owed::cursor, order))
                .limit(size)
                .toList();
    }

    private static boolean isOld(StoredCallback callback, @Nullable Integer days, Instant now) {
        return days == null || !callback.promisedAt().isAfter(now.minus(Duration.ofDays(days)));
    }

    private List<Owed> owed(Tx tx, List<StoredCallback> callbacks) {
        List<String> ids =
                callbacks.stream().map(StoredCallback::pensionerId).distinct().toList();
        Map<String, Pensioner> people =
                tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity()));
        Map<String, EnrolmentStatus> statuses = journal.statuses(tx, people.values());
        return callbacks.stream()
                .map(callback -> {
                    String id = callback.pensionerId();
                    Pensioner person = Objects.requireNonNull(people.get(id), "whoever is owed a call is on file");
                    EnrolmentStatus status =
                            Objects.requireNonNull(statuses.get(id), "everybody on file stands somewhere");
                    return new Owed(callback, person, status.step());
                })
                .toList();
    }

    static Comparator<Cursor> order(WorklistSort sort) {
        Comparator<Cursor> byId = Comparator.comparing(Cursor::pensionerId);
        return switch (sort) {
            case OLDEST -> Comparator.comparingLong(Cursor::since).thenComparing(byId);
            case NEWEST ->
                Comparator.comparingLong(Cursor::since).thenComparing(byId).reversed();
            case DUE -> Comparator.comparingLong(Cursor::due).thenComparing(byId);
            case STEP ->
                Comparator.comparingInt(Cursor::step)
                        .thenComparingLong(Cursor::since)
                        .thenComparing(byId);
        };
    }
}
