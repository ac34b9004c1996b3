package eu.guichet.desktop.worklist;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistRow;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.TextColumn;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The chosen list, or why there is nothing of it. Enter opens the file, ← leads back to the lists. */
final class WorklistTable extends StackPane {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final String WHO = "who";
    private static final double LEAST = 76;
    /** Of the bar at the side, and of the frame. */
    private static final double SIDE = 12;
    /** A long family name is not broken within: in text of this size, and with what is around it. */
    private static final double NAME = 132;

    private static final double NORMAL = 14;
    private static final double AROUND = 24;

    /** Within which nobody has read who has come in the place of a row that is gone. */
    private static final Duration READ = Duration.ofMillis(500);

    private static final PseudoClass DUE = PseudoClass.getPseudoClass("due");

    private final WorklistModel model;
    private final ViewContext context;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final Runnable toLists;
    private final Runnable toLetterDesk;
    private final TableView<WorklistRow> table = new TableView<>();
    private final Consumer<WorklistRow> open;
    private final ObservableValue<Font> font;
    private boolean tight;
    private double sized;
    private @Nullable String stays;
    private @Nullable String clicked;
    private List<WorklistRow> seen = List.of();
    private boolean jumped;
    private Tasks.Cancellation settling = () -> {};

    WorklistTable(
            WorklistModel model,
            ViewContext context,
            Function<ClientException, String> sentence,
            Consumer<WorklistRow> open,
            Runnable toLists,
            Runnable toLetterDesk,
            ObservableValue<Font> font) {
        this.model = model;
        this.font = font;
        this.context = context;
        this.texts = context.texts();
        this.sentence = sentence;
        this.open = open;
        this.toLists = toLists;
        this.toLetterDesk = toLetterDesk;
        table.setId("worklist");
        table.getStyleClass().add("text-table");
        table.accessibleTextProperty().bind(texts.bind("table.name"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label());
        table.setRowFactory(_ -> row());
        table.setItems(model.rows());
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                openSelected();
                event.consume();
            } else if (event.getCode() == KeyCode.LEFT) {
                toLists.run();
                event.consume();
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            // while other rows come in, the table chooses by itself what nobody has chosen
            if (row != null && seen.equals(table.getItems())) {
                stays = row.id();
                jumped = false;
            }
        });
        model.list().subscribe((_, _) -> stays = null);
        model.list().subscribe(() -> columns());
        model.offices().subscribe(() -> columns());
        font.subscribe(this::room);
        table.widthProperty().subscribe(this::room);
        model.state().subscribe(this::show);
        model.answers().subscribe((_, _) -> show(model.state().get()));
        texts.language().subscribe(() -> {
            columns();
            show(model.state().get());
        });
    }

    /** Puts the focus where work begins: the row one was at, else the first; whether there is one. */
    boolean focus() {
        return switch (model.state().get()) {
            case SHOWN -> {
                if (table.getSelectionModel().isEmpty()) {
                    table.getSelectionModel().selectFirst();
                }
                table.requestFocus();
                yield true;
            }
            case ELSEWHERE -> {
                getChildren().getFirst().lookup("#to-letter-desk").requestFocus();
                yield true;
            }
            case FAILED -> {
                getChildren().getFirst().lookup("#worklist-again").requestFocus();
                yield true;
            }
            case LOADING, EMPTY -> false;
        };
    }

    void openSelected() {
        WorklistRow row = table.getSelectionModel().getSelectedItem();
        if (row != null && !jumped) {
            open.accept(row);
        }
    }

    TableView<WorklistRow> table() {
        return table;
    }

    private TableRow<WorklistRow> row() {
        TableRow<WorklistRow> row = new TableRow<>() {
            @Override
            protected void updateItem(@Nullable WorklistRow item, boolean empty) {
                super.updateItem(item, empty);
                pseudoClassStateChanged(LATE, item != null && CallbackWords.late(item, now()));
                pseudoClassStateChanged(DUE, item != null && !empty && isDue(item));
            }
        };
        row.setOnMouseClicked(event -> {
            WorklistRow item = row.getItem();
            if (item == null) {
                return;
            }
            // between the two clicks the list may have been read again, and somebody else be here
            if (event.getClickCount() == 2 && item.id().equals(clicked)) {
                open.accept(item);
            }
            clicked = item.id();
        });
        return row;
    }

    private void columns() {
        sized = font.getValue().getSize();
        List<TextColumn<WorklistRow>> apart = columns(false);
        tight = tooWide(apart);
        table.getColumns().setAll(tight ? fitting(columns(true)) : apart);
    }

    /** Where there is no room even then, a very long name gives way. */
    private List<TextColumn<WorklistRow>> fitting(List<TextColumn<WorklistRow>> columns) {
        double over = Math.max(0, least(columns) - (table.getWidth() - SIDE));
        columns.stream()
                .filter(column -> WHO.equals(column.getId()))
                .forEach(who -> who.setMinWidth(Math.max(NAME, who.getMinWidth() - over)));
        return columns;
    }

    /** Only where it makes a difference: what is seen stays where it is while a window is drawn wider. */
    private void room() {
        if (sized != font.getValue().getSize() || tight != tooWide(columns(false))) {
            columns();
        }
    }

    private boolean tooWide(List<TextColumn<WorklistRow>> columns) {
        return table.getWidth() > 0 && least(columns) > table.getWidth() - SIDE;
    }

    private static double least(List<TextColumn<WorklistRow>> columns) {
        return columns.stream().mapToDouble(TextColumn::getMinWidth).sum();
    }

    /** @param together whether there is no room for what tells people of one name apart beside the name */
    private List<TextColumn<WorklistRow>> columns(boolean together) {
        Worklist list = model.list().get();
        return switch (list) {
            case CALLBACKS -> callbackColumns(together);
            case HANDED_TO_OFFICE -> noteColumns(together);
            case APPROVALS, RECEIPT_OVERDUE, LAPSING_SOON, LAPSING, STUCK, HANDED_OVER -> {
                List<TextColumn<WorklistRow>> columns = personColumns(together);
                columns.add(column("due", this::due, 150));
                yield withColleagues(columns);
            }
            case ACCESS_REQUESTED,
                    TO_PRINT,
                    TO_POST,
                    RETURNED,
                    ADDRESS_IN_DOUBT,
                    MESSAGE_FAILED,
                    FROZEN,
                    REGISTER_DAMAGED -> withColleagues(personColumns(together));
        };
    }

    private List<TextColumn<WorklistRow>> personColumns(boolean together) {
        boolean several = model.offices().size() > 1;
        List<TextColumn<WorklistRow>> columns = new ArrayList<>(who(together, several, 240));
        if (several && !together) {
            TextColumn<WorklistRow> office = column("office", this::office, 110).whole();
            double widest = model.offices().stream()
                    .mapToDouble(one -> TextColumn.needed(
                            texts.get("office." + Keys.kebab(one)),
                            font.getValue().getSize()))
                    .max()
                    .orElse(0);
            office.setMinWidth(Math.max(office.getMinWidth(), widest));
            columns.add(office);
        }
        columns.add(column("step", row -> String.valueOf(row.step()), 64).whole());
        columns.add(column("since", this::since, 150));
        return columns;
    }

    private List<TextColumn<WorklistRow>> withColleagues(List<TextColumn<WorklistRow>> columns) {
        columns.add(column("last", row -> Objects.requireNonNullElse(row.lastBy(), ""), 90));
        columns.add(column("now", row -> Objects.requireNonNullElse(row.atWork(), ""), 90));
        return columns;
    }

    private List<TextColumn<WorklistRow>> who(boolean together, boolean office, double width) {
        if (together) {
            return List.of(column(
                    WHO, row -> row.name() + "\n" + row.birthYear() + (office ? " · " + office(row) : ""), width));
        }
        return List.of(
                column(WHO, WorklistRow::name, width),
                column("year", row -> String.valueOf(row.birthYear()), 80).whole());
    }

    private String office(WorklistRow row) {
        return texts.get("office." + Keys.kebab(row.office()));
    }

    private List<TextColumn<WorklistRow>> callbackColumns(boolean together) {
        List<TextColumn<WorklistRow>> columns = new ArrayList<>();
        columns.add(column("call-at", row -> CallbackWords.at(texts, times(), row, now()), 150));
        columns.addAll(who(together, false, 220));
        columns.add(column("note", CallbackWords::note, 260));
        columns.add(column("call-by", row -> CallbackWords.by(texts, row), 110));
        columns.add(column("step", row -> String.valueOf(row.step()), 64).whole());
        columns.add(column("now", row -> Objects.requireNonNullElse(row.atWork(), ""), 90));
        return columns;
    }

    private List<TextColumn<WorklistRow>> noteColumns(boolean together) {
        List<TextColumn<WorklistRow>> columns = new ArrayList<>();
        columns.add(column("since", this::since, 110));
        columns.addAll(who(together, false, 190));
        columns.add(column("note", OfficeNoteWords::note, 240));
        boolean several = model.offices().size() > 1;
        columns.add(column(
                "left-by",
                row -> several ? OfficeNoteWords.byAndTo(texts, row) : OfficeNoteWords.by(texts, row),
                several ? 210 : 150));
        columns.add(column("taken-by", OfficeNoteWords::atWork, 110));
        return columns;
    }

    private TextColumn<WorklistRow> column(String key, Function<WorklistRow, String> text, double width) {
        TextColumn<WorklistRow> column = new TextColumn<>(texts.get("column." + key), text, width);
        column.setId(key);
        double size = font.getValue().getSize();
        double name = AROUND + (NAME - AROUND) * Math.max(1, size / NORMAL);
        column.setMinWidth(key.equals(WHO) ? name : Math.min(width, LEAST));
        column.setMinWidth(column.least(size));
        return column;
    }

    private String since(WorklistRow row) {
        long days = ChronoUnit.DAYS.between(day(row.since()), day(now()));
        String day = times().shortDay(row.since(), now());
        return days <= 0 ? day : texts.get("since", "day", day, "days", days);
    }

    /** Of what DIGIT has: the day has come on which to ask again. Everywhere else the text of the column says it. */
    private boolean isDue(WorklistRow row) {
        Instant due = row.due();
        return model.list().get() == Worklist.HANDED_OVER && due != null && !due.isAfter(now());
    }

    private String due(WorklistRow row) {
        Instant due = row.due();
        if (due == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(day(now()), day(due));
        String day = times().shortDay(due, now());
        return days >= 0
                ? texts.get("due.in", "day", day, "days", days)
                : texts.get("due.late", "day", day, "days", -days);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, context.zone());
    }

    private Instant now() {
        return context.clock().instant();
    }

    private DateTimes times() {
        return new DateTimes(texts.locale(), context.zone());
    }

    private void show(WorklistModel.State state) {
        Node node = switch (state) {
            case SHOWN -> table;
            case LOADING -> notice(Feather.LOADER, "loading", texts.get("loading"), "");
            case EMPTY -> empty();
            case FAILED -> failed();
            case ELSEWHERE -> elsewhere();
        };
        boolean hadFocus = KeptFocus.in(this).isPresent();
        if (!getChildren().equals(List.of(node))) {
            getChildren().setAll(node);
        }
        if (state == WorklistModel.State.SHOWN) {
            select();
        }
        if (hadFocus && !focus()) {
            toLists.run();
        }
    }

    /** The row one was at stays chosen as long as it is there; then comes the one in its place, not to be opened unseen. */
    private void select() {
        String before = stays;
        int place = placeOf(before, seen);
        seen = List.copyOf(table.getItems());
        int again = placeOf(before, seen);
        table.getSelectionModel().select(again < 0 ? Math.clamp(place, 0, seen.size() - 1) : again);
        if (again < 0 && before != null) {
            jumped();
        }
    }

    private static int placeOf(@Nullable String id, List<WorklistRow> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
    }

    private void jumped() {
        settling.cancel();
        jumped = true;
        settling = context.tasks().after(READ, () -> jumped = false);
    }

    private VBox empty() {
        boolean narrowed = model.query().get().narrows();
        return narrowed
                ? notice(Feather.FILTER, "empty", texts.get("empty.narrowed"), texts.get("empty.narrowed.more"))
                : notice(
                        Feather.CHECK_CIRCLE,
                        "empty",
                        texts.get("empty"),
                        new ListWords(texts).about(model.list().get()));
    }

    private VBox failed() {
        ClientException why = model.failure().get();
        VBox box = notice(Feather.CLOUD_OFF, "failed", texts.get("failed"), why == null ? "" : sentence.apply(why));
        box.getChildren().add(FlowCard.button("worklist-again", texts.get("again"), model::read));
        return box;
    }

    private VBox elsewhere() {
        VBox box = notice(
                Feather.MAIL,
                "elsewhere",
                texts.get("elsewhere"),
                new ListWords(texts).about(model.list().get()));
        box.getChildren().add(FlowCard.button("to-letter-desk", texts.get("elsewhere.go"), toLetterDesk));
        return box;
    }

    private static VBox notice(Feather icon, String id, String heading, String more) {
        Label title = new Label(heading);
        title.getStyleClass().addAll("heading", "wrap");
        VBox box = new VBox(8, Icons.of(icon, "large", "quiet"), title);
        if (!more.isEmpty()) {
            Label text = FlowCard.sentence(more);
            text.getStyleClass().add("soft");
            box.getChildren().add(text);
        }
        box.getStyleClass().addAll("card", "worklist-notice");
        box.setId("worklist-" + id);
        return box;
    }
}
