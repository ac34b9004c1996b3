package eu.guichet.desktop.ui;

import javafx.scene.control.Label;

/** The key that does the same as what it stands beside. The mouse goes through it to the button below. */
public final class KeyHint extends Label {
    public KeyHint() {
        this("");
    }

    public KeyHint(String key) {
        super(key);
        getStyleClass().add("key-hint");
        setMinWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
    }
}
