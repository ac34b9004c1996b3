package eu.guichet.desktop.ui;

import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Which digit a key stands for. On a French or Belgian keyboard the digits of the upper row need Shift; with Alt or Ctrl held
 * the bare key is meant, which some systems report as the sign on it.
 */
public final class DigitKeys {
    private DigitKeys() {}

    /** Empty for a key that is none. */
    public static OptionalInt digit(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isDigitKey()) {
            return OptionalInt.of(
                    code.getCode() - (code.isKeypadKey() ? KeyCode.NUMPAD0.getCode() : KeyCode.DIGIT0.getCode()));
        }
        return switch (code) {
            case AMPERSAND -> OptionalInt.of(1);
            case QUOTEDBL -> OptionalInt.of(3);
            case QUOTE -> OptionalInt.of(4);
            case LEFT_PARENTHESIS -> OptionalInt.of(5);
            case UNDERSCORE, EXCLAMATION_MARK -> OptionalInt.of(8);
            default -> bySign(event.getText());
        };
    }

    private static OptionalInt bySign(String sign) {
        String meant = Azerty.read(sign);
        return meant.length() == 1 && Character.isDigit(meant.charAt(0))
                ? OptionalInt.of(meant.charAt(0) - '0')
                : OptionalInt.empty();
    }
}
