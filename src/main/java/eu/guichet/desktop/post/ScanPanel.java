package eu.guichet.desktop.post;

import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.ReturnReason;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.LocalDate;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is to be scanned next, and what was scanned: each line says what came of it. */
final class ScanPanel extends VBox {
    private static final int SHORTEST_REASON = 3;
    private static final Set<ReturnReason> CLOSES_SOMETHING = Set.of(
            ReturnReason.UNKNOWN_AT_ADDRESS,
            ReturnReason.MOVED,
            ReturnReason.INSUFFICIENT_ADDRESS,
            ReturnReason.DECEASED);

    private final Scans scans;
    private final DeskLists lists;
    private final ViewContext context;
    private final Texts texts;
    private final VBox next = new VBox(8);
    private final TextField typed = new TextField();
    private final ListView<Scans.Line> lines = new ListView<>();
    private Scans.@Nullable Line takingBack;

    ScanPanel(Scans scans, DeskLists lists, ViewContext context) {
        this.scans = scans;
        this.lists = lists;
        this.context = context;
        this.texts = context.texts();
        getStyleClass().addAll("card", "scan-panel");
        setId("scan-panel");
        next.setId("scan-next");
        typed.setId("scan-typed");
        typed.promptTextProperty().bind(texts.bind("scan.type"));
        typed.accessibleTextProperty().bind(texts.bind("scan.type"));
        typed.setOnAction(event -> {
            String text = typed.getText().strip();
            typed.clear();
            if (!text.isEmpty()) {
                scans.scanned(text);
            }
        });
        lines.setId("scan-lines");
        lines.accessibleTextProperty().bind(texts.bind("scan.lines"));
        lines.setItems(scans.lines());
        lines.setCellFactory(view -> new LineCell());
        lines.setPlaceholder(new Label());
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().setAll(next, lines);
        scans.waiting().subscribe(this::draw);
        lists.stage().subscribe(this::draw);
        texts.language().subscribe(this::draw);
    }

    /** Asks for the reason why the latest record is to be taken back; nothing to ask where there is none. */
    void takeBackLast() {
        scans.lastDone().ifPresent(this::takeBack);
    }

    /** Gives up what is half done. */
    boolean leave() {
        boolean busy = takingBack != null || !(scans.waiting().get() instanceof Scans.Waiting.Nothing);
        takingBack = null;
        scans.forget();
        draw();
        return busy;
    }

    private void takeBack(Scans.Line line) {
        takingBack = line;
        draw();
    }

    private void draw() {
        setVisible(scans.listens());
        setManaged(scans.listens());
        Scans.Line line = takingBack;
        if (line != null) {
            next.getChildren().setAll(takingBackCard(line));
            return;
        }
        switch (scans.waiting().get()) {
            case Scans.Waiting.Nothing() -> ready();
            case Scans.Waiting.Label(LetterDeskRow letter) ->
                ask(texts.get("scan.label"), texts.get("scan.label.for", "reference", letter.reference()));
            case Scans.Waiting.LetterFor(String item) ->
                ask(texts.get("scan.letter"), texts.get("scan.letter.for", "item", ItemNumbers.spaced(item)));
            case Scans.Waiting.Reason(LetterDeskRow letter) -> reason(letter);
            case Scans.Waiting.Answer() -> ask(texts.get("scan.wait"), "");
        }
    }

    private void ready() {
        String key = switch (lists.stage().get()) {
            case TO_PRINT, TO_POST -> "scan.next";
            case ON_THE_WAY, OVERDUE -> "scan.receipt";
            case RETURNED -> "scan.return";
        };
        ask(texts.get(key), texts.get(key + ".more"));
        if (lists.stage().get() != LetterDeskStage.TO_POST) {
            next.getChildren().add(day());
        }
        next.getChildren().add(typed);
    }

    private void ask(String title, String more) {
        Label heading = new Label(title);
        heading.setId("scan-title");
        heading.getStyleClass().addAll("standing", "wrap");
        heading.setFocusTraversable(true);
        Label text = FlowCard.sentence(more);
        text.getStyleClass().add("soft");
        next.setAlignment(Pos.TOP_LEFT);
        next.getChildren().setAll(Icons.of(Feather.MAXIMIZE, "large"), heading, text);
    }

    private Node day() {
        DatePicker picker = new DatePicker(scans.day().get());
        picker.setId("scan-day");
        picker.setAccessibleText(texts.get("scan.day"));
        picker.valueProperty().subscribe(day -> {
            if (day != null) {
                scans.day().set(day);
            }
        });
        Label name = new Label(texts.get("scan.day"));
        name.setLabelFor(picker);
        HBox box = new HBox(8, name, picker);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void reason(LetterDeskRow letter) {
        ask(texts.get("return.why"), texts.get("return.of", "reference", letter.reference(), "whom", letter.name()));
        ToggleGroup group = new ToggleGroup();
        Label closes = FlowCard.sentence("");
        closes.setId("return-closes");
        closes.getStyleClass().addAll("warning-block");
        closes.setVisible(false);
        closes.setManaged(false);
        Button record = FlowCard.mainButton("return-record", texts.get("return.record"), () -> {
            if (group.getSelectedToggle() != null
                    && group.getSelectedToggle().getUserData() instanceof ReturnReason chosen) {
                scans.returned(chosen);
            }
        });
        record.setDisable(true);
        for (ReturnReason reason : ReturnReason.values()) {
            RadioButton choice = new RadioButton(texts.get("reason." + Keys.kebab(reason)));
            choice.setId("return-" + Keys.kebab(reason));
            choice.setUserData(reason);
            choice.setToggleGroup(group);
            choice.setOnAction(event -> {
                record.setDisable(false);
                boolean warns = CLOSES_SOMETHING.contains(reason);
                closes.setVisible(warns);
                closes.setManaged(warns);
                closes.setText(warns ? texts.get("closes." + Keys.kebab(reason)) : "");
            });
            next.getChildren().add(choice);
        }
        Button cancel = FlowCard.button("return-cancel", texts.get("cancel"), scans::forget);
        next.getChildren().addAll(closes, new HBox(8, record, cancel));
        group.getToggles().stream().findFirst().map(RadioButton.class::cast).ifPresent(Node::requestFocus);
    }

    private Node takingBackCard(Scans.Line line) {
        Label title = new Label(texts.get("back.title", "what", words(line)));
        title.getStyleClass().addAll("heading", "wrap");
        TextField why = new TextField();
        why.setId("take-back-reason");
        why.setPromptText(texts.get("back.why"));
        why.setAccessibleText(texts.get("back.why"));
        Button take = FlowCard.button("take-back", texts.get("back.do"), () -> {
            takingBack = null;
            scans.takeBack(line, why.getText().strip());
            draw();
        });
        take.setDisable(true);
        take.getStyleClass().add("danger");
        why.textProperty().subscribe(text -> take.setDisable(text.strip().length() < SHORTEST_REASON));
        Button cancel = FlowCard.button("take-back-cancel", texts.get("cancel"), this::leave);
        VBox card = new VBox(8, title, why, new HBox(8, take, cancel));
        card.setId("take-back-card");
        why.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                why.requestFocus();
            }
        });
        return card;
    }

    private String words(Scans.Line line) {
        String detail = switch (line.what()) {
            case POSTED -> line.outcome() == Scans.Outcome.REFUSED ? line.detail() : ItemNumbers.spaced(line.detail());
            case RECEIVED ->
                line.outcome() == Scans.Outcome.REFUSED
                        ? line.detail()
                        : times().day(
                                        LocalDate.parse(line.detail()),
                                        context.clock().instant());
            case RETURNED ->
                line.outcome() == Scans.Outcome.REFUSED
                        ? line.detail()
                        : texts.get("reason." + Keys.kebab(ReturnReason.valueOf(line.detail())));
            case NOT_READ -> line.detail();
        };
        return switch (line.what()) {
            case POSTED, RECEIVED, RETURNED ->
                texts.get("line." + Keys.kebab(line.what()), "reference", line.reference(), "detail", detail);
            case NOT_READ -> detail;
        };
    }

    private DateTimes times() {
        return new DateTimes(texts.locale(), context.zone());
    }

    /** One scan: shape, time, what came of it, and for the latest the way to take it back. */
    private final class LineCell extends ListCell<Scans.Line> {
        LineCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Scans.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            String tone = switch (line.outcome()) {
                case DONE -> "done";
                case REFUSED -> "danger";
                case TAKEN_BACK -> "quiet";
            };
            Feather shape = switch (line.outcome()) {
                case DONE -> Feather.CHECK;
                case REFUSED -> Feather.ALERT_TRIANGLE;
                case TAKEN_BACK -> Feather.CORNER_UP_LEFT;
            };
            String said = line.outcome() == Scans.Outcome.TAKEN_BACK
                    ? texts.get("line.taken-back", "what", words(line))
                    : words(line);
            Label text = FlowCard.sentence(times().time(line.at()) + "  " + said);
            text.getStyleClass().addAll("small", tone);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(8, Icons.of(shape, tone), text);
            if (line.outcome() == Scans.Outcome.DONE) {
                Button back = FlowCard.button("", texts.get("back.short"), () -> takeBack(line));
                back.getStyleClass().addAll("quiet", "small-button");
                row.getChildren().add(back);
            }
            setGraphic(row);
            setAccessibleText(text.getText());
        }
    }
}
