package eu.guichet.desktop.act;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Alt+R, the key of what cannot be undone: never the default, and nobody types it by habit. */
final class DeliberateKey {
    private DeliberateKey() {}

    /** The key presses this button while the focus is in the card; nothing while the button is disabled. */
    static void fires(Node card, Button button) {
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && event.getCode() == KeyCode.R && !button.isDisabled()) {
                event.consume();
                button.fire();
            }
        });
    }
}
