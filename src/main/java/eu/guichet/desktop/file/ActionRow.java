package eu.guichet.desktop.file;

import eu.guichet.contract.Action;
import eu.guichet.desktop.flow.ActionIcons;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.ui.Icons;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One action: a button while it is open; while it is closed, why and in how long it opens, counting down. */
final class ActionRow implements Rows.Row<Action> {
    private final Countdown countdown;
    private final Supplier<Instant> now;
    private final StackPane node = new StackPane();
    private final Button button = new Button();
    private final HBox closed = new HBox();
    private final Label closedName = new Label();
    private final Label reason = new Label();
    private final Label opens = new Label();
    private @Nullable Action action;

    ActionRow(Countdown countdown, Supplier<Instant> now, Consumer<Action> start) {
        this.countdown = countdown;
        this.now = now;
        button.getStyleClass().add("action-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setWrapText(true);
        button.setOnAction(event -> {
            if (action != null) {
                start.accept(action);
            }
        });
        closedName.getStyleClass().add("closed-name");
        closedName.setWrapText(true);
        reason.getStyleClass().add("closed-reason");
        reason.setWrapText(true);
        reason.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = new VBox(closedName, reason);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        opens.getStyleClass().add("closed-opens");
        opens.setMinWidth(Label.USE_PREF_SIZE);
        closed.getChildren().setAll(Icons.of(Feather.LOCK), words, opens);
        closed.getStyleClass().add("closed-action");
        closed.setAlignment(Pos.CENTER_LEFT);
        closed.setAccessibleRole(AccessibleRole.TEXT);
        closed.setFocusTraversable(true);
        node.getStyleClass().add("action");
    }

    @Override
    public Node node() {
        return node;
    }

    /** The button of an open action. */
    Button button() {
        return button;
    }

    @Override
    public void show(Action value) {
        action = value;
        boolean focused = button.isFocused() || closed.isFocused();
        Node wanted = value.open() ? button : closed;
        button.setId("action-" + value.kind().word());
        closed.setId("closed-" + value.kind().word());
        if (value.open()) {
            button.setText(value.label());
            button.setGraphic(Icons.of(ActionIcons.of(value.kind())));
            button.getStyleClass().remove("primary");
            if (value.primary()) {
                button.getStyleClass().add("primary");
            }
        } else {
            closedName.setText(value.label());
            reason.setText(java.util.Objects.requireNonNullElse(value.reason(), ""));
            closed.getChildren().set(0, Icons.of(value.opensAt() == null ? Feather.LOCK : Feather.CLOCK));
            tick();
        }
        if (!node.getChildren().contains(wanted)) {
            node.getChildren().setAll(wanted);
            if (focused) {
                wanted.requestFocus();
            }
        }
    }

    /** Moves the countdown on. */
    void tick() {
        if (action == null || action.open()) {
            return;
        }
        Instant at = action.opensAt();
        opens.setVisible(at != null);
        opens.setManaged(at != null);
        opens.setText(at == null ? "" : countdown.in(at, now.get()));
        closed.setAccessibleText(String.join(
                ". ",
                at == null
                        ? List.of(action.label(), reason.getText())
                        : List.of(action.label(), reason.getText(), opens.getText())));
    }
}
