package eu.guichet.desktop.worklist;

import eu.guichet.client.ClientException;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistCount;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import eu.guichet.contract.WorklistSort;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The worklists, their counts, and what is shown of the chosen one. Belongs to the FX thread. */
final class WorklistModel {
    /** What is shown of the chosen list. */
    enum State {
        LOADING,
        EMPTY,
        SHOWN,
        FAILED,
        /** It is worked on at the letter desk. */
        ELSEWHERE
    }

    /** Whoever walks through the lists with the arrow keys does not read each. */
    private static final Duration REST = Duration.ofMillis(250);

    /** Each page read is a look that the trail records, so that a list in view is not read at each change. */
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private static final Duration COUNTED_AGAIN = Duration.ofSeconds(30);

    /** Changes that come one after the other are counted once. */
    private static final Duration GATHERED = Duration.ofMillis(400);

    private final ViewContext context;
    private final Latest latest = new Latest();
    private final Latest latestCounts = new Latest();
    private final Busy busy = new Busy();
    private final ObservableList<Worklist> lists = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable WorklistCounts> counts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Worklist> list = new ReadOnlyObjectWrapper<>(Worklist.ACCESS_REQUESTED);
    private final ReadOnlyObjectWrapper<WorklistQuery> query = new ReadOnlyObjectWrapper<>(WorklistQuery.ALL);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyIntegerWrapper answers = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final ObservableList<WorklistRow> rows = FXCollections.observableArrayList();
    private final ObservableList<WorklistColleague> colleagues = FXCollections.observableArrayList();
    private final ObservableList<OfficeCode> offices = FXCollections.observableArrayList();
    private Tasks.Cancellation rest = () -> {};
    private Tasks.Cancellation count = () -> {};
    private boolean counting;
    private boolean changed;
    private boolean cut;
    private Instant asked = Instant.MIN;
    private Instant counted = Instant.MIN;
    private @Nullable String next;

    WorklistModel(ViewContext context) {
        this.context = context;
    }

    /** Shows another list, from its beginning and as a whole; the rows of the one before are gone at once. */
    void choose(Worklist wanted) {
        if (wanted != list.get()) {
            WorklistSort sort = sortOf(wanted);
            list.set(wanted);
            query.set(new WorklistQuery(query.get().office(), null, null, null, sort, null));
            colleagues.clear();
            begin();
        }
    }

    /** Calls are made at their time, and DIGIT is asked again by its day; another order that was chosen stays from list to list. */
    private WorklistSort sortOf(Worklist wanted) {
        if (byDay(wanted)) {
            WorklistSort before = query.get().sort();
            boolean chosen = wanted == Worklist.HANDED_OVER && before != WorklistSort.OLDEST;
            return chosen ? before : WorklistSort.DUE;
        }
        boolean proposed = byDay(list.get()) && query.get().sort() == WorklistSort.DUE;
        return proposed ? WorklistSort.OLDEST : query.get().sort();
    }

    private static boolean byDay(Worklist list) {
        return list == Worklist.CALLBACKS || list == Worklist.HANDED_OVER;
    }

    /** Shows another part of the list, or the same in another order. */
    void narrow(WorklistQuery wanted) {
        if (!wanted.equals(query.get())) {
            query.set(wanted);
            begin();
        }
    }

    private void begin() {
        rest.cancel();
        latest.cancel();
        rows.clear();
        next = null;
        cut = false;
        failure.set(null);
        state.set(list.get().atLetterDesk() ? State.ELSEWHERE : State.LOADING);
        rest = context.tasks().after(REST, this::read);
    }

    /** Reads the list again from its beginning; rows that stay keep their place. */
    void read() {
        rest.cancel();
        changed = false;
        asked = context.clock().instant();
        count();
        if (list.get().atLetterDesk()) {
            state.set(State.ELSEWHERE);
            return;
        }
        Worklist wanted = list.get();
        WorklistQuery part = query.get();
        context.tasks()
                .call(() -> context.client().worklist(wanted, part))
                .onDone(page -> {
                    if (!colleagues.equals(page.colleagues())) {
                        colleagues.setAll(page.colleagues());
                    }
                    show(page, List.of());
                })
                .onFailure(this::failed)
                .within(latest)
                .showing(busy)
                .start();
    }

    /** The rows after those shown, where there are any. */
    void readMore() {
        String after = next;
        if (after == null || busy.running().get()) {
            return;
        }
        Worklist wanted = list.get();
        WorklistQuery part = query.get().after(after);
        List<WorklistRow> before = List.copyOf(rows);
        context.tasks()
                .call(() -> context.client().worklist(wanted, part))
                .onDone(page -> show(page, before))
                .onFailure(this::failed)
                .within(latest)
                .showing(busy)
                .start();
    }

    private void show(WorklistPage page, List<WorklistRow> before) {
        failure.set(null);
        next = page.next();
        cut = page.cut();
        List<WorklistRow> all =
                Stream.concat(before.stream(), page.rows().stream()).toList();
        if (!Objects.equals(all, List.copyOf(rows))) {
            rows.setAll(all);
        }
        state.set(all.isEmpty() ? State.EMPTY : State.SHOWN);
        answers.set(answers.get() + 1);
    }

    private void failed(ClientException why) {
        failure.set(why);
        if (rows.isEmpty()) {
            state.set(State.FAILED);
        }
        answers.set(answers.get() + 1);
    }

    /** Reads the counts alone, for the side bar. */
    void count() {
        count.cancel();
        counting = false;
        counted = context.clock().instant();
        context.tasks()
                .call(() -> context.client().worklists())
                .onDone(this::counted)
                // an old number would be taken for today's
                .onFailure(why -> counts.set(null))
                .within(latestCounts)
                .start();
    }

    private void counted(WorklistCounts now) {
        List<Worklist> offered = now.lists().stream()
                .map(WorklistCount::known)
                .flatMap(Optional::stream)
                .toList();
        if (!lists.equals(offered)) {
            lists.setAll(offered);
        }
        if (!offices.equals(now.offices())) {
            offices.setAll(now.offices());
        }
        counts.set(now);
    }

    /** The backend tells that these lists have changed. */
    void changed(Collection<String> keys) {
        if (keys.contains(list.get().key())) {
            changed = true;
        }
        if (!counting) {
            counting = true;
            count = context.tasks().after(GATHERED, this::count);
        }
    }

    /**
     * To be called as time passes.
     *
     * @param visible whether the list is looked at, or only its count in the side bar
     */
    void tick(Instant now, boolean visible) {
        if (busy.running().get()) {
            return;
        }
        // a list of which several pages are shown is read again when it is asked for
        boolean first = rows.size() <= 50;
        Duration pause = changed ? AGAIN : COUNTED_AGAIN.multipliedBy(2);
        if (visible && first && !now.isBefore(asked.plus(pause))) {
            read();
        } else if (!now.isBefore(counted.plus(COUNTED_AGAIN))) {
            count();
        }
    }

    void close() {
        rest.cancel();
        count.cancel();
        latest.cancel();
        latestCounts.cancel();
    }

    /** Those that are offered to whoever sits here, in the order in which they are shown. */
    ObservableList<Worklist> lists() {
        return lists;
    }

    /** For which the agent acts. */
    ObservableList<OfficeCode> offices() {
        return offices;
    }

    /** Null until answered. */
    ReadOnlyObjectProperty<@Nullable WorklistCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Worklist> list() {
        return list.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorklistQuery> query() {
        return query.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Goes up with each answer, also with one that leaves the state as it was. */
    ReadOnlyIntegerProperty answers() {
        return answers.getReadOnlyProperty();
    }

    /** Why what is shown may be out of date, or null. */
    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }

    ObservableList<WorklistRow> rows() {
        return rows;
    }

    /** Who had files of this list last. */
    ObservableList<WorklistColleague> colleagues() {
        return colleagues;
    }

    /** Whether the list goes on after the rows shown, and can be read further. */
    boolean more() {
        return next != null;
    }

    /** Whether the list goes on where it is read no further. */
    boolean cut() {
        return cut;
    }
}
