package eu.guichet.desktop.pensioner;

import eu.guichet.desktop.ui.Icons;
import java.util.List;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** A state in a word and an icon; the colour only repeats them. */
final class Pill extends Label {
    private static final List<String> TONES = List.of("accent", "done", "danger", "quiet");

    Pill() {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
    }

    void show(String word, Feather icon, String tone) {
        setText(word);
        setGraphic(Icons.of(icon, tone));
        getStyleClass().removeAll(TONES);
        getStyleClass().add(tone);
    }
}
