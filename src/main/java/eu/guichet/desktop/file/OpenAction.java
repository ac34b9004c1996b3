package eu.guichet.desktop.file;

import eu.guichet.contract.Action;
import eu.guichet.desktop.flow.ActionIcons;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeyHint;
import eu.guichet.desktop.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** An action that can be done now: its button, and the key that does the same. */
final class OpenAction implements Rows.Row<Action> {
    private final Texts texts;
    private final Button button = new Button();
    private final KeyHint key = new KeyHint();
    private final StackPane node = new StackPane(button, key);
    private @Nullable Action action;

    OpenAction(Texts texts, Consumer<Action> start) {
        this.texts = texts;
        button.getStyleClass().add("action-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setWrapText(true);
        button.setOnAction(event -> {
            if (action != null) {
                start.accept(action);
            }
        });
        StackPane.setAlignment(key, Pos.CENTER_RIGHT);
        node.getStyleClass().add("action");
    }

    @Override
    public Node node() {
        return node;
    }

    Button button() {
        return button;
    }

    @Override
    public void show(Action value) {
        action = value;
        button.setId("action-" + value.kind().word());
        button.setText(value.label());
        button.setGraphic(Icons.of(ActionIcons.of(value.kind())));
        button.getStyleClass().remove("primary");
        key.getStyleClass().remove("on-accent");
        if (value.primary()) {
            button.getStyleClass().add("primary");
            key.getStyleClass().add("on-accent");
        }
    }

    /** @param place among the open actions, from 1 */
    void number(int place) {
        key.setText(place > 9 ? "" : texts.get("key.alt", "key", place));
        key.setVisible(place <= 9);
    }
}
