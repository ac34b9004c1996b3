package eu.guichet.desktop.flow;

import eu.guichet.contract.MessageStatus;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A state in a word and an icon; the colour only repeats them. */
public final class StatusChip extends Label {
    private static final List<String> TONES = List.of("accent", "done", "danger", "quiet");

    public StatusChip() {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /** How far a message has come; nothing where there is none. */
    public void show(@Nullable MessageStatus status, Texts texts) {
        setVisible(status != null);
        setManaged(status != null);
        if (status != null) {
            show(
                    texts.sibling(FlowTexts.BUNDLE).get("message." + status.name()),
                    StatusIcons.icon(status),
                    StatusIcons.tone(status));
        }
    }

    public void show(String word, Feather icon, String tone) {
        setText(word);
        setGraphic(Icons.of(icon, tone));
        getStyleClass().removeAll(TONES);
        getStyleClass().add(tone);
    }
}
