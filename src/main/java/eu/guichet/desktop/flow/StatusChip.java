package eu.guichet.desktop.flow;

import eu.guichet.contract.Condition;
import eu.guichet.contract.MessageStatus;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.StateShape;
import eu.guichet.desktop.ui.Texts;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** How something stands, in a word, a shape and a colour. */
public final class StatusChip extends Label {
    public StatusChip() {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /** How far a message has come; nothing where there is none. */
    public void show(@Nullable MessageStatus status, Texts texts) {
        setVisible(status != null);
        setManaged(status != null);
        if (status != null) {
            show(texts.sibling(FlowTexts.BUNDLE).get("message." + status.name()), StatusIcons.condition(status));
        }
    }

    public void show(String word, Condition condition) {
        getStyleClass().remove("over");
        if (!getStyleClass().contains("state")) {
            getStyleClass().add("state");
        }
        setText(word);
        setGraphic(StateShape.of(condition));
        StateShape.paint(this, condition);
    }

    /** What is over and asks for nothing: no colour. */
    public void showOver(String word, Feather icon) {
        getStyleClass().removeIf(name -> name.startsWith("state"));
        if (!getStyleClass().contains("over")) {
            getStyleClass().add("over");
        }
        setText(word);
        setGraphic(Icons.of(icon, "quiet"));
    }
}
