package eu.guichet.desktop.file;

import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The open file. Three arrangements by width: wide has ladder, history and acts side by side; usual has the history
 * below the ladder; narrow has everything but the name in one column, acts before ladder. Where the window is low, the head
 * gives way to the acts: its facts are scrolled with the ladder.
 */
final class FilePane extends VBox {
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
    private static final double WIDE = 1240;
    private static final double NARROW = 780;
    private static final double ROOMY_FROM = 900;
    private static final double LOW = 560;
    private static final double FOLDED = 620;

    private enum Form {
        WIDE,
        USUAL,
        NARROW
    }

    private final FileModel model;
    private final FileHeader header;
    private final LadderView ladder;
    private final SayNow say;
    private final AgentHints hints;
    private final IdentityLine identity;
    private final List<ActionRow> actionRows = new ArrayList<>();
    private final Rows<Action, ActionKind> actions;
    private final Rows<TimelineEntry, String> timeline;
    private final Rows<Letter, String> letters;
    private final ActSlot slot;
    private final VBox history;
    private final VBox doing;
    private final HBox columns = new HBox();
    private final InvalidationListener messageChanged = change -> showMessage();
    private @Nullable Form form;
    private boolean low;
    private @Nullable ScrollPane doingScroll;

    FilePane(
            FileModel model,
            Texts texts,
            ZoneId zone,
            Runnable identify,
            Consumer<Action> start,
            Consumer<Letter> print) {
        DateTimes moments = new DateTimes(texts.locale(), zone);
        Countdown countdown = new Countdown(texts);
        ObservableValue<Instant> now = model.nowProperty();
        getStyleClass().add("file-pane");
        header = new FileHeader(texts, moments);
        this.model = model;
        ladder = new LadderView(texts, moments);
        ladder.getStyleClass().add("card");
        say = new SayNow(texts);
        hints = new AgentHints(texts);
        identity = new IdentityLine(texts, moments, countdown, identify);
        actions = new Rows<>(model.actions(), Action::kind, () -> {
            ActionRow row = new ActionRow(countdown, now::getValue, start);
            actionRows.add(row);
            return row;
        });
        actions.getStyleClass().add("actions");
        timeline =
                new Rows<>(model.timeline(), TimelineEntry::id, () -> new TimelineRow(texts, moments, now::getValue));
        timeline.getStyleClass().add("timeline");
        model.timeline().addListener(messageChanged);

        VBox acts = new VBox(heading(texts.get("actions.title")), identity, actions);
        acts.getStyleClass().add("acts");
        slot = new ActSlot(acts, this::readOut);
        letters = new Rows<>(
                model.letters(), Letter::id, () -> new LetterRow(texts, moments, now::getValue, print, slot.busy()));
        letters.getStyleClass().add("letters");
        doing = new VBox(say, slot, hints);
        doing.getStyleClass().add("doing");
        slot.busy().subscribe(this::makeRoom);
        history = new VBox(
                heading(texts.get("letters.title")),
                letters,
                emptyNote(texts.get("letters.none"), model.letters()),
                heading(texts.get("timeline.title")),
                timeline,
                emptyNote(texts.get("timeline.none"), model.timeline()));
        history.getStyleClass().add("history");

        columns.getStyleClass().add("file-columns");
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().setAll(header, columns);
        widthProperty().subscribe(width -> arrange());
        heightProperty().subscribe(height -> arrange());
        heightProperty().subscribe(height -> pseudoClassStateChanged(ROOMY, height.doubleValue() >= ROOMY_FROM));
    }

    ActSlot slot() {
        return slot;
    }

    /** The card that waits, or else where she stands. */
    void focus() {
        if (!slot.focus()) {
            header.readOut();
        }
    }

    /** Has where she stands heard. */
    final void readOut() {
        header.readOut();
    }

    void show(PensionerFile file, Instant now) {
        header.show(file);
        showMessage();
        ladder.show(file, now);
        say.show(file.advice());
        hints.show(file.advice().toAgent());
        identity.show(file, now);
    }

    /** The timeline hears of a delivery before the file is read again. */
    private void showMessage() {
        PensionerFile file = model.fileProperty().get();
        if (file != null) {
            header.showMessage(file, model.timeline(), model.nowProperty().get());
        }
    }

    void showColleague(String name) {
        header.showColleague(name);
    }

    void tick(Instant now) {
        identity.tick(now);
        actionRows.forEach(ActionRow::tick);
    }

    /** Leaves the model alone from now on. */
    void release() {
        actions.release();
        timeline.release();
        letters.release();
        model.timeline().removeListener(messageChanged);
    }

    /** While an act is under way its card comes first: it must be seen without scrolling. */
    private void makeRoom(boolean busy) {
        if (busy) {
            slot.toBack();
            if (form == Form.NARROW) {
                doing.toBack();
            }
            if (doingScroll != null) {
                doingScroll.setVvalue(0);
            }
        } else {
            say.toBack();
            if (form == Form.NARROW) {
                header.standing().toBack();
            }
        }
    }

    private void arrange() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        // em-based columns would be wrong here: what counts is how many of them fit beside each other
        double scale = Math.max(1, header.fontSize() / 14);
        Form wanted = width / scale >= WIDE ? Form.WIDE : width / scale < NARROW ? Form.NARROW : Form.USUAL;
        ladder.fold(width / scale < FOLDED);
        boolean wantedLow = height / scale < LOW;
        if (wanted == form && wantedLow == low) {
            return;
        }
        form = wanted;
        low = wantedLow;
        columns.getChildren().clear();
        header.keep(
                wanted == Form.NARROW
                        ? FileHeader.Fixed.NAME
                        : low ? FileHeader.Fixed.NAME_AND_STANDING : FileHeader.Fixed.ALL);
        switch (wanted) {
            case WIDE -> {
                ScrollPane first = low ? scroll(header.facts(), ladder) : scroll(ladder);
                first.setPrefWidth(620);
                columns.getChildren().setAll(first, scroll(history), side());
            }
            case USUAL ->
                columns.getChildren()
                        .setAll(low ? scroll(header.facts(), ladder, history) : scroll(ladder, history), side());
            case NARROW -> {
                doingScroll = scroll(header.standing(), doing, header.facts(), ladder, history);
                columns.getChildren().setAll(doingScroll);
                makeRoom(slot.busy().get());
            }
        }
    }

    private ScrollPane side() {
        ScrollPane side = scroll(doing);
        side.getStyleClass().add("file-side");
        HBox.setHgrow(side, Priority.NEVER);
        doingScroll = side;
        return side;
    }

    private static ScrollPane scroll(Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add("file-column");
        ScrollPane pane = new ScrollPane(column);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        pane.setMinWidth(0);
        pane.setPrefWidth(480);
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("heading", "section-title");
        return label;
    }

    private static Label emptyNote(String text, ObservableList<?> list) {
        Label label = new Label(text);
        label.getStyleClass().addAll("quiet", "empty-note");
        label.setWrapText(true);
        label.visibleProperty().bind(Bindings.isEmpty(list));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
