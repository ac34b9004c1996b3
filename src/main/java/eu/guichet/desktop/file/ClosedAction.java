package eu.guichet.desktop.file;

import eu.guichet.contract.Action;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** An action that cannot be done now: why, and in how long it opens, counting down. */
final class ClosedAction implements Rows.Row<Action> {
    private final Countdown countdown;
    private final Supplier<Instant> now;
    private final Label name = FlowCard.sentence("");
    private final Label reason = FlowCard.sentence("");
    private final Label opens = new Label();
    private final HBox node = new HBox();
    private @Nullable Action action;

    ClosedAction(Countdown countdown, Supplier<Instant> now) {
        this.countdown = countdown;
        this.now = now;
        name.getStyleClass().add("closed-name");
        reason.getStyleClass().add("closed-reason");
        VBox words = new VBox(name, reason);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        opens.getStyleClass().add("closed-opens");
        opens.setMinWidth(Label.USE_PREF_SIZE);
        node.getChildren().setAll(Icons.of(Feather.LOCK), words, opens);
        node.getStyleClass().addAll("closed-action", "ring");
        node.setAlignment(Pos.TOP_LEFT);
        node.setAccessibleRole(AccessibleRole.TEXT);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Action value) {
        action = value;
        node.setId("closed-" + value.kind().word());
        name.setText(value.label());
        reason.setText(Objects.requireNonNullElse(value.reason(), ""));
        node.getChildren().set(0, Icons.of(value.opensAt() == null ? Feather.LOCK : Feather.CLOCK));
        tick();
    }

    /** Moves the countdown on. */
    void tick() {
        if (action == null) {
            return;
        }
        Instant at = action.opensAt();
        opens.setVisible(at != null);
        opens.setManaged(at != null);
        opens.setText(at == null ? "" : countdown.in(at, now.get()));
        node.setAccessibleText(Stream.of(name.getText(), reason.getText(), opens.getText())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(". ")));
    }
}
