package eu.guichet.desktop.post;

import eu.guichet.client.ClientException;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterKind;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.ItemNumbers;
import eu.guichet.desktop.flow.RowsThatStay;
import eu.guichet.desktop.flow.TextColumn;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The chosen list, or why there is nothing in it. */
final class StageTable extends StackPane {
    private final DeskLists lists;
    private final ViewContext context;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final TableView<LetterDeskRow> table = new TableView<>();

    StageTable(DeskLists lists, ViewContext context, Function<ClientException, String> sentence) {
        this.lists = lists;
        this.context = context;
        this.texts = context.texts();
        this.sentence = sentence;
        table.setId("letters");
        table.getStyleClass().add("text-table");
        table.accessibleTextProperty().bind(texts.bind("table.name"));
        table.setItems(lists.rows());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label());
        getChildren().setAll(table);
        RowsThatStay<LetterDeskRow> rows = new RowsThatStay<>(table, LetterDeskRow::id, () -> {});
        lists.stage().subscribe((_, _) -> rows.forget());
        lists.stage().subscribe(this::columns);
        lists.state().subscribe(this::show);
        texts.language().subscribe(() -> {
            columns(lists.stage().get());
            show(lists.state().get());
        });
    }

    List<LetterDeskRow> selected() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /** Points at the letter that is in hand. */
    void pointAt(LetterDeskRow letter) {
        table.getItems().stream()
                .filter(row -> row.id().equals(letter.id()))
                .findFirst()
                .ifPresent(row -> {
                    table.getSelectionModel().clearSelection();
                    table.getSelectionModel().select(row);
                    table.scrollTo(row);
                });
    }

    TableView<LetterDeskRow> table() {
        return table;
    }

    private void columns(LetterDeskStage stage) {
        TableColumn<LetterDeskRow, String> letter =
                column("letter", LetterDeskRow::reference, 130).whole();
        TableColumn<LetterDeskRow, String> whom = column("whom", this::whom, 260);
        table.getColumns()
                .setAll(
                        switch (stage) {
                            case TO_PRINT ->
                                List.of(
                                        letter,
                                        whom,
                                        column("generated", row -> by(row.generatedAt(), row.generatedBy()), 170),
                                        column("remark", this::claim, 260));
                            case TO_POST ->
                                List.of(
                                        letter,
                                        whom,
                                        column("printed", row -> by(row.printedAt(), row.printedBy()), 170),
                                        column("item", row -> item(row.itemNumber()), 190)
                                                .whole(),
                                        column("remark", this::waits, 160));
                            case ON_THE_WAY, OVERDUE ->
                                List.of(
                                        letter,
                                        whom,
                                        column("posted", row -> day(row.postedOn()), 110),
                                        column("item", row -> item(row.itemNumber()), 190)
                                                .whole(),
                                        column("back", this::left, 190));
                            case RETURNED ->
                                List.of(
                                        letter,
                                        whom,
                                        column("returned", row -> day(row.returnedOn()), 110),
                                        column("reason", this::reason, 260));
                        });
    }

    private TextColumn<LetterDeskRow> column(String key, Function<LetterDeskRow, String> text, double width) {
        return new TextColumn<>(texts.get("column." + key), text, width).headed();
    }

    private String whom(LetterDeskRow row) {
        String where = row.name() + " · " + row.place();
        return row.kind() == LetterKind.FREEZE_NOTICE ? texts.get("whom.notice", "whom", where) : where;
    }

    private String claim(LetterDeskRow row) {
        if (row.print() != null) {
            return row.print().note();
        }
        Instant at = row.claimedAt();
        String by = row.claimedBy();
        return at == null || by == null ? "" : texts.get("claimed", "name", by, "at", times().moment(at, now()));
    }

    /** What was printed before today has waited too long. */
    private String waits(LetterDeskRow row) {
        Instant printed = row.printedAt();
        if (printed == null) {
            return "";
        }
        LocalDate on = LocalDate.ofInstant(printed, context.zone());
        long days = ChronoUnit.DAYS.between(on, LocalDate.ofInstant(now(), context.zone()));
        return days <= 0 ? "" : texts.get("waits", "days", days);
    }

    private String left(LetterDeskRow row) {
        LocalDate back = row.goesBackOn();
        if (back == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now(), context.zone()), back);
        return days >= 0 ? texts.get("back.in", "days", days) : texts.get("back.since", "days", -days);
    }

    private String reason(LetterDeskRow row) {
        return row.returnReason() == null ? "" : texts.get("reason." + Keys.kebab(row.returnReason()));
    }

    private String item(@Nullable String number) {
        return number == null ? texts.get("item.none") : ItemNumbers.spaced(number);
    }

    private String by(@Nullable Instant at, @Nullable String name) {
        return at == null ? "" : times().moment(at, now()) + (name == null ? "" : " · " + name);
    }

    private String day(@Nullable LocalDate on) {
        return on == null ? "" : times().day(on, now());
    }

    private Instant now() {
        return context.clock().instant();
    }

    private DateTimes times() {
        return new DateTimes(texts.locale(), context.zone());
    }

    private void show(DeskLists.State state) {
        Node node = switch (state) {
            case SHOWN -> table;
            case LOADING -> notice(Feather.LOADER, "loading", "");
            case EMPTY ->
                notice(Feather.CHECK_CIRCLE, "empty." + Keys.kebab(lists.stage().get()), "");
            case FAILED -> failed();
        };
        if (!getChildren().equals(List.of(node))) {
            getChildren().setAll(node);
        }
    }

    private VBox failed() {
        ClientException why = lists.failure().get();
        VBox box = notice(Feather.CLOUD_OFF, "failed", why == null ? "" : sentence.apply(why));
        Button again = FlowCard.button("letters-again", texts.get("again"), lists::read);
        box.getChildren().add(again);
        return box;
    }

    private VBox notice(Feather icon, String key, String more) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().addAll("heading", "wrap");
        VBox box = new VBox(8, Icons.of(icon, "large", "quiet"), title);
        if (!more.isEmpty()) {
            Label text = FlowCard.sentence(more);
            text.getStyleClass().add("soft");
            box.getChildren().add(text);
        }
        box.getStyleClass().addAll("card", "desk-notice");
        box.setId("letters-" + key.replace('.', '-'));
        return box;
    }
}
