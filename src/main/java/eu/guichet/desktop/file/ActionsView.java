package eu.guichet.desktop.file;

import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.ui.KeyHint;
import eu.guichet.desktop.ui.OneTabStop;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/**
 * What can be done, each with its key; what cannot be done now is folded into one line that says how much it is and what
 * opens next.
 */
final class ActionsView extends VBox {
    private static final int FREEZES = 9;

    private final Texts texts;
    private final Countdown countdown;
    private final Supplier<Instant> now;
    private final Consumer<Action> start;
    private final Rows<Action, ActionKind, OpenAction> open;
    private final Rows<Action, ActionKind, ClosedAction> closed;
    private final OneTabStop closedStop;
    private final ToggleButton fold = new ToggleButton();
    private final Label next = new Label();
    private final WrapRow line = new WrapRow(8, 0, fold, next);
    private List<Action> openActions = List.of();
    private List<Action> closedActions = List.of();

    ActionsView(Texts texts, Countdown countdown, Supplier<Instant> now, Consumer<Action> start) {
        this.texts = texts;
        this.countdown = countdown;
        this.now = now;
        this.start = start;
        getStyleClass().add("actions");
        open = new Rows<>(Action::kind, () -> new OpenAction(texts, start));
        open.getStyleClass().add("open-actions");
        closed = new Rows<>(Action::kind, () -> new ClosedAction(countdown, now));
        closed.getStyleClass().add("closed-list");
        closed.visibleProperty().bind(fold.selectedProperty());
        closed.managedProperty().bind(fold.selectedProperty());
        closedStop = new OneTabStop(closed);
        fold.setId("closed-actions");
        fold.getStyleClass().add("fold");
        fold.setGraphic(new KeyHint(texts.get("key.alt", "key", 0)));
        fold.setMinWidth(USE_PREF_SIZE);
        fold.selectedProperty().subscribe(this::drawFold);
        next.setId("closed-next");
        next.getStyleClass().add("fold-next");
        next.setWrapText(true);
        next.setMinHeight(USE_PREF_SIZE);
        line.managedProperty().bind(line.visibleProperty());
        getChildren().setAll(open, line, closed);
    }

    void show(List<Action> actions) {
        Optional<ActionKind> focused = actionWithFocus();
        openActions = actions.stream().filter(Action::open).toList();
        closedActions = actions.stream().filter(action -> !action.open()).toList();
        open.show(openActions);
        closed.show(closedActions);
        int index = 0;
        for (OpenAction row : open.rows()) {
            row.number(place(index++));
        }
        closedStop.rows(closed.getChildren());
        line.setVisible(!closedActions.isEmpty());
        drawFold();
        focused.ifPresent(this::focus);
    }

    /**
     * The number of an open action. Freezing has always the same, and no other action has it: the keys of a letter must not
     * freeze the file of somebody for whom no letter can be generated.
     */
    private int place(int index) {
        return openActions.get(index).kind().equals(ActionKind.REPORT_NOT_ME) ? FREEZES : index + 1;
    }

    private void drawFold() {
        fold.setText((fold.isSelected() ? "▾  " : "▸  ") + texts.get("actions.closed", "count", closedActions.size()));
        tick();
    }

    /** Moves the countdowns on. */
    void tick() {
        closed.rows().forEach(ClosedAction::tick);
        String opensNext = closedActions.stream()
                .filter(action -> action.opensAt() != null)
                .min(Comparator.comparing(action -> Objects.requireNonNull(action.opensAt())))
                .map(this::opens)
                .orElse("");
        next.setText(fold.isSelected() ? "" : opensNext);
    }

    private String opens(Action action) {
        Instant at = Objects.requireNonNull(action.opensAt());
        return texts.get("actions.next", "action", action.label(), "when", countdown.in(at, now.get()));
    }

    /** @param place of an open action, from 1; 0 opens or folds the closed ones */
    void press(int place) {
        OptionalInt index = IntStream.range(0, openActions.size())
                .filter(at -> place(at) == place)
                .findFirst();
        if (index.isPresent()) {
            start.accept(openActions.get(index.getAsInt()));
        } else if (place == 0 && !closedActions.isEmpty()) {
            fold.setSelected(!fold.isSelected());
            if (!fold.isSelected() || !closedStop.focus()) {
                fold.requestFocus();
            }
        }
    }

    private Optional<ActionKind> actionWithFocus() {
        return ActionKind.all().stream()
                .filter(kind ->
                        open.row(kind).filter(row -> row.button().isFocused()).isPresent()
                                || closed.row(kind)
                                        .filter(row -> row.node().isFocused())
                                        .isPresent())
                .findFirst();
    }

    /** Puts the focus on the action, or on what has taken its place. */
    private void focus(ActionKind kind) {
        if (open.row(kind).isPresent()) {
            open.row(kind).ifPresent(row -> row.button().requestFocus());
        } else if (fold.isSelected() && closed.row(kind).isPresent()) {
            closed.row(kind).ifPresent(row -> row.node().requestFocus());
        } else {
            focusFold();
        }
    }

    /** Puts the focus on the first thing that can be done. */
    void focusFirst() {
        open.rows().stream().findFirst().ifPresentOrElse(row -> row.button().requestFocus(), fold::requestFocus);
    }

    /** Puts the focus on the line of the closed actions; where there is none, on what can be done. */
    void focusFold() {
        if (closedActions.isEmpty()) {
            focusFirst();
        } else {
            fold.requestFocus();
        }
    }
}
