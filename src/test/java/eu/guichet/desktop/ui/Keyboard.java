package eu.guichet.desktop.ui;

import java.util.function.LongConsumer;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys pressed at a pace that the test sets, wherever the focus is. Belongs to the FX thread. */
public final class Keyboard {
    /** Of a hand that types fast, and of a scanner, from one character to the next. */
    private static final long HAND = 120;

    private static final long SCANNER = 8;

    private final Scene scene;
    private final LongConsumer pass;

    /** @param pass lets so many milliseconds pass */
    public Keyboard(Scene scene, LongConsumer pass) {
        this.scene = scene;
        this.pass = pass;
    }

    /** Long enough after whatever was before. */
    public Keyboard pause() {
        pass.accept(1_000);
        return this;
    }

    public Keyboard stroke(KeyCode code) {
        press(code, false);
        return release(code);
    }

    public Keyboard withCtrl(KeyCode code) {
        press(code, true);
        return release(code);
    }

    /** The key stays down for so many repeats. */
    public Keyboard hold(KeyCode code, int repeats) {
        for (int repeat = 0; repeat < repeats; repeat++) {
            press(code, false);
            pass.accept(30);
        }
        return release(code);
    }

    public Keyboard type(String text) {
        return type(text, HAND);
    }

    /** A scanner's burst, ended by Enter. */
    public Keyboard scan(String text) {
        pause();
        type(text, SCANNER);
        return stroke(KeyCode.ENTER);
    }

    private Keyboard type(String text, long pace) {
        for (int i = 0; i < text.length(); i++) {
            char typed = text.charAt(i);
            KeyCode code = typed == ' ' ? KeyCode.SPACE : KeyCode.A;
            press(code, false);
            fire(KeyEvent.KEY_TYPED, String.valueOf(typed), KeyCode.UNDEFINED, false);
            release(code);
            pass.accept(pace);
        }
        return this;
    }

    private Keyboard press(KeyCode code, boolean ctrl) {
        fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code, ctrl);
        return this;
    }

    private Keyboard release(KeyCode code) {
        fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code, false);
        return this;
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code, boolean ctrl) {
        drawn();
        Node focused = scene.getFocusOwner();
        // as JavaFX does: what is no longer in the scene hears nothing
        EventTarget target = focused == null || !scene.equals(focused.getScene()) ? scene : focused;
        Event.fireEvent(target, new KeyEvent(type, character, "", code, false, ctrl, false, false));
    }

    /** A hand presses what it sees; a control that no pulse has met has no skin yet, and hears no key. */
    private void drawn() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }
}
