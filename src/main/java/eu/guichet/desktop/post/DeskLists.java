package eu.guichet.desktop.post;

import eu.guichet.client.ClientException;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The lists of the letter desk and their counts. Belongs to the FX thread. */
final class DeskLists {
    /** What is shown of the chosen list. */
    enum State {
        LOADING,
        EMPTY,
        SHOWN,
        FAILED
    }

    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(3);
    /** More rows of one list than anybody works through are not kept in the window. */
    private static final int MOST_ROWS = 2_000;

    private final ViewContext context;
    private final Latest latest = new Latest();
    private final Latest latestCounts = new Latest();
    private final Busy busy = new Busy();
    private final ReadOnlyObjectWrapper<LetterDeskStage> stage = new ReadOnlyObjectWrapper<>(LetterDeskStage.TO_PRINT);
    private final ReadOnlyObjectWrapper<@Nullable LetterDeskCounts> counts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final ObservableList<LetterDeskRow> rows = FXCollections.observableArrayList();
    private Instant asked = Instant.MIN;
    private @Nullable String next;

    DeskLists(ViewContext context) {
        this.context = context;
    }

    /** Shows another list; the rows of the one before are gone at once. */
    void choose(LetterDeskStage wanted) {
        if (wanted != stage.get()) {
            stage.set(wanted);
            rows.clear();
            state.set(State.LOADING);
        }
        read();
    }

    /** Reads list and counts again; rows that stay keep their place. */
    void read() {
        asked = context.clock().instant();
        readCounts();
        LetterDeskStage wanted = stage.get();
        context.tasks()
                .call(() -> context.client().letterDeskPage(wanted, null))
                .onDone(page -> show(page, List.of()))
                .onFailure(this::failed)
                .within(latest)
                .showing(busy)
                .start();
    }

    /** Reads the counts alone, for the side bar. */
    void readCounts() {
        context.tasks()
                .call(() -> context.client().letterDesk())
                .onDone(counts::set)
                // an old number beside the screen's name would be taken for today's
                .onFailure(why -> counts.set(null))
                .within(latestCounts)
                .start();
    }

    /** The rows after those shown, where there are any. */
    void readMore() {
        String after = next;
        if (after == null || rows.size() >= MOST_ROWS || busy.running().get()) {
            return;
        }
        LetterDeskStage wanted = stage.get();
        List<LetterDeskRow> before = List.copyOf(rows);
        context.tasks()
                .call(() -> context.client().letterDeskPage(wanted, after))
                .onDone(page -> show(page, before))
                .onFailure(this::failed)
                .within(latest)
                .showing(busy)
                .start();
    }

    /**
     * To be called as time passes.
     *
     * @param visible whether the lists are looked at, or only their counts in the side bar
     */
    void tick(Instant now, boolean visible) {
        if (busy.running().get() || now.isBefore(asked.plus(atPrinter() ? SOON : AGAIN))) {
            return;
        }
        if (visible) {
            read();
        } else {
            asked = now;
            readCounts();
        }
    }

    /** Whether something on the list is with the office's printer, which may tell of it at any moment. */
    private boolean atPrinter() {
        return rows.stream()
                .map(LetterDeskRow::print)
                .anyMatch(job -> job != null && !job.state().over());
    }

    private void show(LetterDeskPage page, List<LetterDeskRow> before) {
        failure.set(null);
        next = page.next();
        List<LetterDeskRow> all =
                Stream.concat(before.stream(), page.rows().stream()).toList();
        if (!Objects.equals(all, List.copyOf(rows))) {
            rows.setAll(all);
        }
        state.set(all.isEmpty() ? State.EMPTY : State.SHOWN);
    }

    private void failed(ClientException why) {
        failure.set(why);
        if (rows.isEmpty()) {
            state.set(State.FAILED);
        }
    }

    void close() {
        latest.cancel();
        latestCounts.cancel();
    }

    ReadOnlyObjectProperty<LetterDeskStage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Null until answered. */
    ReadOnlyObjectProperty<@Nullable LetterDeskCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Why what is shown may be out of date, or null. */
    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }

    ObservableList<LetterDeskRow> rows() {
        return rows;
    }

    /** Whether the list goes on after the rows shown. */
    boolean more() {
        return next != null;
    }
}
