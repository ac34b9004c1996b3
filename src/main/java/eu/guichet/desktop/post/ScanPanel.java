package eu.guichet.desktop.post;

import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.ReturnReason;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.DayField;
import eu.guichet.desktop.flow.DeliberateKey;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.ItemNumbers;
import eu.guichet.desktop.flow.NumberedChoices;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is to be scanned next, and what was scanned: each line says what came of it. */
final class ScanPanel extends VBox {
    private static final int SHORTEST_REASON = 3;
    /** About three scans; the rest is scrolled to. */
    private static final double LINES_HEIGHT = 130;

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
    private final Label latest = new Label();
    private final Label behind = FlowCard.sentence("");
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
        typed.setOnAction(event -> {
            String text = typed.getText().strip();
            typed.clear();
            if (!text.isEmpty()) {
                scans.scanned(text);
            }
        });
        next.setMinHeight(USE_PREF_SIZE);
        latest.setId("scan-latest");
        latest.getStyleClass().addAll("scan-latest", "wrap");
        latest.setMinHeight(USE_PREF_SIZE);
        latest.setMaxWidth(Double.MAX_VALUE);
        behind.setId("scan-queue");
        lines.setId("scan-lines");
        lines.setMinHeight(LINES_HEIGHT / 2);
        lines.accessibleTextProperty().bind(texts.bind("scan.lines"));
        lines.setItems(scans.lines());
        lines.setCellFactory(view -> new LineCell());
        lines.setPlaceholder(new Label());
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox content = new VBox(16, next, latest);
        ScrollPane top = new ScrollPane(content);
        top.prefViewportHeightProperty().bind(content.heightProperty());
        top.setFitToWidth(true);
        top.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        top.setFocusTraversable(false);
        top.setMinHeight(0);
        lines.setPrefHeight(LINES_HEIGHT);
        getChildren().setAll(top, lines);
        scans.lines().addListener((ListChangeListener<Scans.Line>) change -> drawLatest());
        scans.waiting().subscribe(this::draw);
        scans.queue().addListener((ListChangeListener<String>) change -> {
            if (scans.waiting().get() instanceof Scans.Waiting.Reason) {
                countQueue();
            }
        });
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
        if (busy) {
            lines.requestFocus();
        }
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
        drawLatest();
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
            case Scans.Waiting.Check(Scans.Gap gap) -> check(gap);
        }
    }

    /** What came of the latest scan, large: whoever has a letter in each hand does not come near to read it. */
    private void drawLatest() {
        boolean any = !scans.lines().isEmpty();
        latest.setVisible(any);
        latest.setManaged(any);
        latest.getStyleClass().removeAll("done", "danger", "quiet");
        if (any) {
            Scans.Line line = scans.lines().getFirst();
            latest.getStyleClass().add(tone(line));
            latest.setGraphic(Icons.of(shape(line), tone(line)));
            latest.setText(said(line));
        }
    }

    /** Nothing goes on by itself: whoever has the letters in hand sees which label belongs to which. */
    private void check(Scans.Gap gap) {
        ask(texts.get("gap.title"), texts.get("gap." + Keys.kebab(gap)));
        Label how = FlowCard.sentence(texts.get("gap.how"));
        how.getStyleClass().add("warning-block");
        Button goOn = FlowCard.button("scan-go-on", texts.get("gap.go-on"), scans::forget);
        next.getChildren().addAll(how, goOn);
    }

    /** Whether the card asks for a decision, so that nothing may be scanned meanwhile. */
    boolean decides() {
        return takingBack != null;
    }

    private void ready() {
        String key = switch (lists.stage().get()) {
            case TO_PRINT, TO_POST -> "scan.next";
            case ON_THE_WAY, OVERDUE -> "scan.receipt";
            case RETURNED -> "scan.return";
        };
        boolean posting = key.equals("scan.next");
        ask(
                texts.get(key),
                texts.get(posting ? "scan.order." + Keys.kebab(scans.order().get()) : key + ".more"));
        next.getChildren().add(posting ? otherOrder() : day());
        next.getChildren().add(FlowCard.field(texts.get("scan.type"), typed));
    }

    private void ask(String title, String more) {
        Label heading = new Label(title);
        heading.setId("scan-title");
        heading.getStyleClass().addAll("scan-title", "wrap");
        heading.setMinHeight(USE_PREF_SIZE);
        heading.setFocusTraversable(true);
        Label text = FlowCard.sentence(more);
        text.getStyleClass().add("soft");
        next.setAlignment(Pos.TOP_LEFT);
        next.getChildren().setAll(Icons.of(Feather.MAXIMIZE, "large"), heading, text);
    }

    /** How this desk works is chosen, not guessed from what comes first. */
    private Button otherOrder() {
        Scans.Order other =
                scans.order().get() == Scans.Order.LETTER_FIRST ? Scans.Order.LABEL_FIRST : Scans.Order.LETTER_FIRST;
        Button change = FlowCard.button("scan-order", texts.get("scan.order.change." + Keys.kebab(other)), () -> {
            scans.order().set(other);
            draw();
        });
        change.getStyleClass().addAll("quiet", "small-button");
        return change;
    }

    private Node day() {
        DayField picker = new DayField(
                "scan-day",
                texts.get("scan.day"),
                scans.day().get(),
                () -> times().today(context.clock().instant()));
        picker.valueProperty().subscribe(day -> {
            if (day != null) {
                scans.day().set(day);
            }
        });
        Label name = new Label(texts.get("scan.day"));
        name.setLabelFor(picker);
        name.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(8, name, picker);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void reason(LetterDeskRow letter) {
        ask(texts.get("return.why"), texts.get("return.of", "reference", letter.reference(), "whom", letter.name()));
        NumberedChoices<ReturnReason> reasons = new NumberedChoices<>(
                "",
                List.of(ReturnReason.values()),
                reason -> texts.get("reason." + Keys.kebab(reason)),
                reason -> "return-" + Keys.kebab(reason));
        Label closes = FlowCard.sentence("");
        closes.setId("return-closes");
        closes.getStyleClass().add("warning-block");
        Button record = FlowCard.mainButton("return-record", texts.get("return.record"), () -> {
            ReturnReason chosen = reasons.chosen().get();
            if (chosen != null) {
                scans.returned(chosen);
            }
        });
        record.disableProperty().bind(reasons.isOpen());
        BooleanSupplier closesAll = () -> reasons.chosen().get() == ReturnReason.DECEASED;
        reasons.chosen().subscribe(chosen -> {
            record.setText(texts.get(closesAll.getAsBoolean() ? "return.record.deceased" : "return.record"));
            record.getStyleClass().removeAll("primary", "danger");
            record.getStyleClass().add(closesAll.getAsBoolean() ? "danger" : "primary");
            boolean warns = chosen != null && CLOSES_SOMETHING.contains(chosen);
            closes.setVisible(warns);
            closes.setManaged(warns);
            closes.setText(warns ? texts.get("closes." + Keys.kebab(chosen)) : "");
        });
        Button cancel = FlowCard.button("return-cancel", texts.get("cancel"), scans::forget);
        VBox card = new VBox(8, reasons.node(), closes, new FlowPane(8, 8, record, cancel));
        reasons.hear(card);
        DeliberateKey.fires(card, record, KeyCode.R, closesAll);
        // before the answer hears it, which would only choose itself once more
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER
                    && event.getTarget() instanceof RadioButton answer
                    && answer.isSelected()) {
                event.consume();
                if (closesAll.getAsBoolean()) {
                    record.requestFocus();
                } else {
                    record.fire();
                }
            }
        });
        next.getChildren().add(card);
        next.getChildren().add(behind);
        countQueue();
        reasons.focus();
    }

    /** What was scanned meanwhile is asked about next, and that is seen. */
    private void countQueue() {
        int count = scans.queue().size();
        behind.setText(count == 0 ? "" : texts.get("scan.queue", "count", count));
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
            // here, and not in whatever field comes next: the next scan belongs to this desk
            lines.requestFocus();
            scans.takeBack(line, why.getText().strip());
            draw();
        });
        why.setOnAction(event -> take.fire());
        take.setDisable(true);
        take.getStyleClass().add("danger");
        why.textProperty().subscribe(text -> take.setDisable(text.strip().length() < SHORTEST_REASON));
        Button cancel = FlowCard.button("take-back-cancel", texts.get("back.keep"), this::leave);
        VBox card = new VBox(8, title, why, new FlowPane(8, 8, take, cancel));
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

    private String said(Scans.Line line) {
        return line.outcome() == Scans.Outcome.TAKEN_BACK
                ? texts.get("line.taken-back", "what", words(line))
                : words(line);
    }

    private static String tone(Scans.Line line) {
        return switch (line.outcome()) {
            case DONE -> "done";
            case REFUSED -> "danger";
            case TAKEN_BACK -> "quiet";
        };
    }

    private static Feather shape(Scans.Line line) {
        return switch (line.outcome()) {
            case DONE -> Feather.CHECK;
            case REFUSED -> Feather.ALERT_TRIANGLE;
            case TAKEN_BACK -> Feather.CORNER_UP_LEFT;
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
            String tone = tone(line);
            Label text = FlowCard.sentence(times().time(line.at()) + "  " + said(line));
            text.getStyleClass().addAll("small", tone);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(8, Icons.of(shape(line), tone), text);
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
