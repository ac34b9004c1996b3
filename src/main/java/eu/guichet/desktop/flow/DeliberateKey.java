package eu.guichet.desktop.flow;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The key of what cannot be undone, Alt+R unless another is named: never the default, and nobody types it by habit. Enter and
 * Space, which people type ahead, do not press such a button, even where it has the focus.
 */
public final class DeliberateKey {
    private DeliberateKey() {}

    /** Alt+R presses this button while the focus is in the card; nothing while the button is disabled. */
    public static void fires(Node card, Button button) {
        fires(card, button, KeyCode.R);
    }

    /** As the other, with Alt and this key. */
    public static void fires(Node card, Button button, KeyCode key) {
        fires(card, button, key, () -> true);
    }

    /** @param deliberate whether what the button would do now needs the deliberate key; Enter and Space do otherwise */
    public static void fires(Node card, Button button, KeyCode key, BooleanSupplier deliberate) {
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && event.getCode() == key && !button.isDisabled()) {
                event.consume();
                button.fire();
            }
        });
        button.addEventFilter(KeyEvent.ANY, event -> {
            boolean presses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
            if (presses && deliberate.getAsBoolean()) {
                event.consume();
            }
        });
    }
}
