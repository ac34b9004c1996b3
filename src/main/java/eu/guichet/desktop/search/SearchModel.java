package eu.guichet.desktop.search;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.SearchRow;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Scanned;
import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for, found, selected and opened. The shown rows always belong to {@link #answered()}, never to an
 * older search than the newest that was answered. For the FX thread only.
 */
public final class SearchModel {
    /** How long the typing must rest before it is searched for. */
    static final Duration REST = Duration.ofMillis(120);

    private static final int LIMIT = 20;
    private static final String TICKET = "ticket ";

    /** What stands under the field. */
    enum State {
        /** Nothing is searched for. */
        IDLE,
        /** The first answer of this search is awaited. */
        SEARCHING,
        FOUND,
        NOBODY,
        FAILED
    }

    private final GuichetClient client;
    private final Tasks tasks;
    private final BiConsumer<SearchRow, AccessReason> opener;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable SearchRow> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper leftOut = new ReadOnlyStringWrapper("");
    private final ObjectProperty<OpeningReason> reason = new SimpleObjectProperty<>(OpeningReason.CALL);
    private final StringProperty ticket = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper ticketMissing = new ReadOnlyBooleanWrapper();
    private Tasks.Cancellation rest = () -> {};
    private final ReadOnlyBooleanWrapper code = new ReadOnlyBooleanWrapper();
    private final IntegerProperty closedToday = new SimpleIntegerProperty();
    private BooleanSupplier correction = () -> false;
    private boolean following;
    private String answered = "";
    private String failed = "";
    private String openWhenAnswered = "";

    /**
     * @param opener is told which file to open, and why
     */
    public SearchModel(GuichetClient client, Tasks tasks, BiConsumer<SearchRow, AccessReason> opener) {
        this.client = client;
        this.tasks = tasks;
        this.opener = opener;
        query.subscribe((before, now) -> typed());
        reason.subscribe((before, now) -> {
            ticketMissing.set(false);
            if (!following) {
                var _ = correction.getAsBoolean();
            }
        });
        ticket.subscribe(() -> ticketMissing.set(false));
    }

    private void typed() {
        rest.cancel();
        openWhenAnswered = "";
        if (Scanned.holdsConfirmationCode(query.get())) {
            // it goes nowhere, and does not stay on the screen
            code.set(true);
            latest.cancel();
            tasks.onScreen(() -> query.set(""));
            return;
        }
        if (!query.get().isEmpty()) {
            code.set(false);
        }
        if (wanted().isEmpty()) {
            latest.cancel();
            show("", new SearchResult(List.of(), false), State.IDLE);
        } else {
            rest = tasks.after(REST, this::search);
        }
    }

    /** Searches at once, without waiting for the typing to rest; also again, after a failure or a change of language. */
    public void search() {
        rest.cancel();
        String asked = wanted();
        if (asked.isEmpty()) {
            return;
        }
        if (rows.isEmpty()) {
            state.set(State.SEARCHING);
        }
        tasks.call(() -> client.search(new SearchRequest(asked, LIMIT)))
                .onDone(result -> show(asked, result, result.rows().isEmpty() ? State.NOBODY : State.FOUND))
                .onFailure(why -> failed(asked, why))
                .within(latest)
                .showing(busy)
                .start();
    }

    /** Enter was pressed before this answer came: where it names one person alone, there is nobody else who could be meant. */
    private void openIfAlone(String asked) {
        boolean meant = asked.equals(openWhenAnswered) && asked.equals(wanted());
        openWhenAnswered = "";
        if (meant && rows.size() == 1) {
            open();
        }
    }

    private void show(String asked, SearchResult result, State shown) {
        String stays = selected.get() == null ? "" : selected.get().id();
        boolean same = asked.equals(answered);
        answered = asked;
        failed = "";
        failure.set(null);
        more.set(result.more());
        leftOut.set(String.join(" ", result.wordsLeftOut()));
        rows.setAll(result.rows());
        selected.set(rows.stream()
                .filter(row -> same && row.id().equals(stays))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
        state.set(shown);
        openIfAlone(asked);
    }

    private void failed(String asked, ClientException why) {
        answered = "";
        failed = asked;
        failure.set(why);
        selected.set(null);
        rows.clear();
        state.set(State.FAILED);
    }

    /** A row must not say another step than the open file beside it. */
    public void learn(PensionerFile file) {
        rows.stream().filter(row -> row.id().equals(file.id())).findFirst().ifPresent(before -> {
            SearchRow now = before.standingAs(file);
            boolean chosen = before.equals(selected.get());
            rows.set(rows.indexOf(before), now);
            if (chosen) {
                selected.set(now);
            }
        });
    }

    /** Selects the row so many further down, or up where negative. */
    void move(int by) {
        if (!rows.isEmpty()) {
            int at = rows.indexOf(selected.get()) + by;
            selected.set(rows.get(Math.clamp(at, 0, rows.size() - 1)));
        }
    }

    void select(@Nullable SearchRow row) {
        selected.set(row);
    }

    /**
     * Opens the selected file. While the rows do not yet answer what stands in the field nothing is opened, because it
     * would be somebody else's; the search is made at once instead, and whoever it then finds alone is opened.
     */
    void open() {
        SearchRow row = selected.get();
        if (!wanted().equals(answered)) {
            openWhenAnswered = wanted();
            search();
        } else if (row != null) {
            openFound(row);
        }
    }

    /** Opens a file with the reason that is chosen, or asks for the number of the ticket. */
    public void openFound(SearchRow row) {
        accessReason().ifPresentOrElse(why -> opener.accept(row, why), () -> ticketMissing.set(true));
    }

    /** @param act corrects why the open file is open, where one is; whether it was for it */
    public void onReasonChosen(BooleanSupplier act) {
        correction = act;
    }

    /** Shows why the open file is open. */
    public void follow(AccessReason why) {
        following = true;
        if (why.equals(AccessReason.CALL)) {
            reason.set(OpeningReason.CALL);
        } else if (why.atCounter()) {
            reason.set(OpeningReason.COUNTER);
        } else if (why.value().startsWith(TICKET)) {
            ticket.set(why.value().substring(TICKET.length()));
            reason.set(OpeningReason.TICKET);
        }
        following = false;
    }

    public void choose(OpeningReason why) {
        reason.set(why);
    }

    /** Enter in the field of the ticket. */
    void ticketEntered() {
        if (accessReason().isEmpty()) {
            ticketMissing.set(true);
        } else if (!correction.getAsBoolean()) {
            open();
        }
    }

    /** Why files are opened; empty where it is for a ticket whose number is missing. */
    public Optional<AccessReason> chosenReason() {
        return accessReason();
    }

    private Optional<AccessReason> accessReason() {
        return switch (reason.get()) {
            case CALL -> Optional.of(AccessReason.CALL);
            case COUNTER -> Optional.of(AccessReason.COUNTER);
            case TICKET -> AccessReason.parse(TICKET + ticket.get().strip());
        };
    }

    private String wanted() {
        return query.get().strip();
    }

    StringProperty query() {
        return query;
    }

    /** How what stands in the field and in the list agrees with the file that is open. */
    public Agreement agreement(String openId) {
        String wanted = wanted();
        if (wanted.isEmpty()) {
            return Agreement.AGREES;
        }
        if (!wanted.equals(answered)) {
            return wanted.equals(failed) ? Agreement.FAILED : Agreement.SEARCHING;
        }
        SearchRow row = selected.get();
        if (row == null) {
            return Agreement.NOBODY;
        }
        return row.id().equals(openId) ? Agreement.AGREES : Agreement.OTHER_CHOSEN;
    }

    /** Has {@code changed} run whenever an agreement may have changed. */
    public Subscription onChange(Runnable changed) {
        return Subscription.combine(
                query.subscribe((before, now) -> changed.run()),
                selected.subscribe((before, now) -> changed.run()),
                state.subscribe((before, now) -> changed.run()));
    }

    /** Whether files are opened for people who stand at the counter. */
    public boolean atCounter() {
        return reason.get() == OpeningReason.COUNTER;
    }

    /** How many contacts were closed at this desk today: all that the empty window tells of the people before. */
    public IntegerProperty closedToday() {
        return closedToday;
    }

    /** What is searched for, as typed. */
    public String typedQuery() {
        return wanted();
    }

    /** Nobody is searched for any more; nothing of what was found stays. */
    public void clear() {
        query.set("");
        code.set(false);
    }

    /** Nothing of whoever was helped stays here. */
    public void forget() {
        clear();
        ticket.set("");
        if (reason.get() == OpeningReason.TICKET) {
            following = true;
            reason.set(OpeningReason.CALL);
            following = false;
        }
    }

    /** Something with the shape of a code was typed or pasted into the field, and taken out again. */
    public ReadOnlyBooleanProperty codeRefused() {
        return code.getReadOnlyProperty();
    }

    ObservableList<SearchRow> rows() {
        return rows;
    }

    /** The query to which the rows are the answer. */
    String answered() {
        return answered;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable SearchRow> selected() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }

    /** What was typed and nobody has in a name or an address, so that it was left out; empty for nothing. */
    ReadOnlyStringProperty leftOut() {
        return leftOut.getReadOnlyProperty();
    }

    /** Whether there were more than are shown. */
    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    Busy busy() {
        return busy;
    }

    ObjectProperty<OpeningReason> reason() {
        return reason;
    }

    /** The ticket's number, where a ticket is the reason. */
    StringProperty ticket() {
        return ticket;
    }

    /** A file was to be opened for a ticket, and its number is missing or is none. */
    ReadOnlyBooleanProperty ticketMissing() {
        return ticketMissing.getReadOnlyProperty();
    }
}
