package eu.guichet.desktop.search;

import eu.guichet.text.Keys;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** Why a file is opened, as the agent chooses it: with one key, and it stays until changed. */
public enum OpeningReason {
    CALL(KeyCode.F2, Feather.PHONE),
    COUNTER(KeyCode.F3, Feather.USER),
    TICKET(KeyCode.F4, Feather.HASH);

    private final KeyCode shortcut;
    private final Feather icon;

    OpeningReason(KeyCode shortcut, Feather icon) {
        this.shortcut = shortcut;
        this.icon = icon;
    }

    KeyCode shortcut() {
        return shortcut;
    }

    Feather icon() {
        return icon;
    }

    /** Under which the bundle has its label. */
    String key() {
        return "reason." + Keys.kebab(this);
    }
}
