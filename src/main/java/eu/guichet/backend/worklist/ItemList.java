package eu.guichet.backend.worklist;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists.Cursor;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
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
 * A list of what was promised or left about people, and not of where enrolments stand. Such items are few beside the register, so
 * that a page is cut out of those that come first; a person may stand there more than once.
 *
 * @param <T> what was promised or left
 */
abstract class ItemList<T> {
    private final EnrolmentJournal journal;

    ItemList(EnrolmentJournal journal) {
        this.journal = journal;
    }

    /** One item, and where the person stands whom it is about. */
    record Item<T>(T about, Pensioner person, int step, Cursor cursor) {}

    /** Those that come first. */
    abstract List<T> first(Tx tx, Principal who, Collection<OfficeCode> offices, WorklistQuery wanted, int most);

    abstract int count(Tx tx, Principal who, Collection<OfficeCode> offices, @Nullable String colleague);

    abstract List<WorklistColleague> colleagues(Tx tx, Collection<OfficeCode> offices, int most);

    abstract String pensionerId(T item);

    /** Its place in the list; its id tells it from the others. */
    abstract Cursor cursor(T item, int step);

    abstract WorklistRow row(Item<T> item, Principal who, @Nullable String atWork);

    /**
     * @param after null for the beginning
     * @param depth how many are looked at
     * @param colleagues how many are named at most
     */
    WorklistPage page(
            Tx tx,
            Principal who,
            Collection<OfficeCode> offices,
            WorklistQuery wanted,
            @Nullable Cursor after,
            Instant now,
            int depth,
            int size,
            int colleagues) {
        Comparator<Cursor> order = order(wanted.sort());
        List<Item<T>> found = items(tx, first(tx, who, offices, wanted, depth)).stream()
                .filter(item -> wanted.step() == null || item.step() == wanted.step())
                .filter(item -> isOld(item.cursor(), wanted.days(), now))
                .filter(item -> after == null || order.compare(item.cursor(), after) > 0)
                .sorted(Comparator.comparing(Item::cursor, order))
                .limit(size + 1L)
                .toList();
        List<Item<T>> shown = found.stream().limit(size).toList();
        boolean more = found.size() > size;
        Map<String, String> atWork = tx.contacts()
                .atWork(shown.stream().map(item -> item.person().id()).toList(), who.id());
        return new WorklistPage(
                shown.stream()
                        .map(item -> row(item, who, atWork.get(item.person().id())))
                        .toList(),
                more ? shown.getLast().cursor().toString() : null,
                !more && count(tx, who, offices, wanted.agent()) > depth,
                after == null ? colleagues(tx, offices, colleagues) : List.of());
    }

    private static boolean isOld(Cursor cursor, @Nullable Integer days, Instant now) {
        return days == null
                || cursor.since() <= now.minus(Duration.ofDays(days)).toEpochMilli();
    }

    private List<Item<T>> items(Tx tx, List<T> found) {
        List<String> ids = found.stream().map(this::pensionerId).distinct().toList();
        Map<String, Pensioner> people =
                tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity()));
        Map<String, EnrolmentStatus> statuses = journal.statuses(tx, people.values());
        return found.stream()
                .map(about -> {
                    String id = pensionerId(about);
                    Pensioner person = Objects.requireNonNull(people.get(id), "whoever an item is about is on file");
                    EnrolmentStatus status =
                            Objects.requireNonNull(statuses.get(id), "everybody on file stands somewhere");
                    return new Item<>(about, person, status.step(), cursor(about, status.step()));
                })
                .toList();
    }

    private static Comparator<Cursor> order(WorklistSort sort) {
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
