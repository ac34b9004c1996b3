package eu.guichet.desktop.ui;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the whole scene and lets no key press anything that nobody meant: a key held down, a second Enter within half
 * a second, an Enter, Space or F12 within half a second after something to press has just appeared, and whatever a scanner
 * types. One mechanism for every screen and card, wherever the focus is. For the FX thread only.
 */
public final class KeyGuard {
    /** Within which nobody has read what appeared. */
    private static final Duration READ = Duration.ofMillis(500);

    /** A key that repeats while it is held down does so well within this. */
    private static final Duration HELD = Duration.ofMillis(1500);

    /** Some platforms let a held key seem to come up between two repeats. */
    private static final Duration BOUNCE = Duration.ofMillis(15);

    /** Whoever types so much where nothing can be typed is a scanner, or believes to be in a field. */
    private static final int TYPED = 3;

    private static final Set<KeyCode> MOVES = EnumSet.of(
            KeyCode.TAB,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.F6);

    /** Held down in a text, they do what people mean by it. */
    private static final Set<KeyCode> EDITS = EnumSet.of(
            KeyCode.BACK_SPACE,
            KeyCode.DELETE,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.HOME,
            KeyCode.END);

    /** Why a key was not let through. */
    public enum Reason {
        /** An Enter right after another one. */
        DOUBLE,
        /** What the key would have pressed had just appeared. */
        JUST_APPEARED
    }

    /** Told what came of keys that were not let through. */
    public interface Listener {
        void heldBack(Reason reason);

        /**
         * A burst ended by Enter, wherever the focus is.
         *
         * @param target what had the focus
         * @param takeOut puts the field in which it landed back as it was; does nothing where it landed in none
         */
        void scanned(Scanned what, EventTarget target, Runnable takeOut);
    }

    private final LongSupplier millis;
    private final Listener listener;
    private final Strokes strokes = new Strokes();
    private final Map<KeyCode, Long> down = new EnumMap<>(KeyCode.class);
    private final Map<KeyCode, Long> up = new EnumMap<>(KeyCode.class);
    private final Set<KeyCode> swallowed = EnumSet.noneOf(KeyCode.class);
    private long lastEnter = Long.MIN_VALUE / 2;
    private long appeared = Long.MIN_VALUE / 2;
    private @Nullable KeyCode lastPressed;
    private boolean byHand;
    private boolean clickSwallowed;

    /** @param millis a clock that only goes forward */
    public KeyGuard(LongSupplier millis, Listener listener) {
        this.millis = millis;
        this.listener = listener;
    }

    /** A clock that only goes forward. */
    public static LongSupplier steadyClock() {
        return () -> Duration.ofNanos(System.nanoTime()).toMillis();
    }

    /** Stands before the scene until the subscription is given up. */
    public Subscription guard(Scene scene) {
        EventHandler<KeyEvent> keys = this::filter;
        EventHandler<MouseEvent> mouse = this::filter;
        scene.addEventFilter(KeyEvent.ANY, keys);
        scene.addEventFilter(MouseEvent.ANY, mouse);
        Subscription focus = scene.focusOwnerProperty().subscribe((before, now) -> jumped());
        Subscription window =
                scene.windowProperty().flatMap(shown -> shown.focusedProperty()).subscribe(focused -> reset());
        return Subscription.combine(focus, window, () -> {
            scene.removeEventFilter(KeyEvent.ANY, keys);
            scene.removeEventFilter(MouseEvent.ANY, mouse);
        });
    }

    /** Forgets what was typed: it may be about somebody whose file is closed now. A key that is held down stays held down. */
    public void forget() {
        strokes.forget();
    }

    /** In another window keys come up unheard. */
    private void reset() {
        strokes.forget();
        down.clear();
        up.clear();
        swallowed.clear();
    }

    /** Something to press has appeared without taking the focus from elsewhere. */
    public void appeared() {
        appeared = millis.getAsLong();
    }

    private void jumped() {
        if (!byHand) {
            appeared();
        }
    }

    /** Whoever moves the focus by key or mouse sees where to. */
    private void moved() {
        byHand = true;
        Platform.runLater(() -> byHand = false);
    }

    /** The second half of a double click must not press what the first has brought under the pointer. */
    private void filter(MouseEvent event) {
        if (event.isConsumed()) {
            return;
        }
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            clickSwallowed = isOnButton(event.getTarget()) && millis.getAsLong() - appeared < READ.toMillis();
            if (clickSwallowed) {
                listener.heldBack(Reason.JUST_APPEARED);
            } else {
                moved();
            }
        }
        boolean ofClick = event.getEventType() == MouseEvent.MOUSE_PRESSED
                || event.getEventType() == MouseEvent.MOUSE_RELEASED
                || event.getEventType() == MouseEvent.MOUSE_CLICKED;
        if (clickSwallowed && ofClick) {
            event.consume();
        }
    }

    private static boolean isOnButton(EventTarget target) {
        for (@Nullable Node up = target instanceof Node node ? node : null; up != null; up = up.getParent()) {
            if (up instanceof ButtonBase) {
                return true;
            }
        }
        return false;
    }

    private void filter(KeyEvent event) {
        if (event.isConsumed()) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed(event);
        } else if (event.getEventType() == KeyEvent.KEY_TYPED) {
            typed(event);
        } else {
            released(event);
        }
    }

    private void pressed(KeyEvent event) {
        long now = millis.getAsLong();
        KeyCode code = event.getCode();
        boolean held = isHeld(code, now);
        down.put(code, now);
        if (!code.isModifierKey()) {
            lastPressed = code;
        }
        if (MOVES.contains(code)) {
            moved();
            if (event.getTarget() instanceof TextInputControl) {
                appeared = Long.MIN_VALUE / 2;
            }
        }
        boolean through;
        if (isEnter(event)) {
            through = enter(event, now, held);
        } else if (held) {
            through = mayRepeat(event);
        } else {
            through = pressesOrChooses(event, now);
        }
        if (!through) {
            swallowed.add(code);
            event.consume();
        }
    }

    private boolean enter(KeyEvent event, long now, boolean held) {
        Strokes.Burst burst = held ? null : strokes.endedBy(now);
        boolean typedAtAButton = !(event.getTarget() instanceof TextInputControl) && strokes.sinceRest(now) >= TYPED;
        boolean again = now - lastEnter < READ.toMillis();
        lastEnter = now;
        strokes.forget();
        if (burst != null) {
            listener.scanned(Scanned.of(burst.text()), event.getTarget(), burst.takeOut());
            return false;
        }
        if (held || typedAtAButton) {
            return false;
        }
        if (event.getTarget() instanceof TextArea) {
            return true;
        }
        if (again) {
            listener.heldBack(Reason.DOUBLE);
            return false;
        }
        return seen(now);
    }

    private boolean pressesOrChooses(KeyEvent event, long now) {
        if (event.getCode() == KeyCode.SPACE) {
            return space(event, now);
        }
        // the deliberate keys of a card, and the one that leaves a file for the next
        if ((event.isAltDown() && event.getCode().isLetterKey()) || event.getCode() == KeyCode.F12) {
            return seen(now);
        }
        return !digitOfBurst(event, now);
    }

    /** A digit chooses an answer where no text is typed; one that a scanner types chooses none. */
    private boolean digitOfBurst(KeyEvent event, long now) {
        return DigitKeys.digit(event).isPresent()
                && !(event.getTarget() instanceof TextInputControl)
                && strokes.running(now);
    }

    private boolean space(KeyEvent event, long now) {
        if (event.getTarget() instanceof TextInputControl) {
            return true;
        }
        return !strokes.running(now) && strokes.sinceRest(now) < TYPED && seen(now);
    }

    private boolean seen(long now) {
        boolean seen = now - appeared >= READ.toMillis();
        if (!seen) {
            listener.heldBack(Reason.JUST_APPEARED);
        }
        return seen;
    }

    private boolean isHeld(KeyCode code, long now) {
        Long pressed = down.get(code);
        if (pressed != null) {
            // where another key was pressed meanwhile, it is that one which would repeat
            return code == lastPressed && now - pressed < HELD.toMillis();
        }
        Long released = up.get(code);
        return released != null && now - released < BOUNCE.toMillis() && !strokes.running(now);
    }

    /** Moving on and typing may repeat; what opens, closes or changes something may not. */
    private static boolean mayRepeat(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean text = event.getTarget() instanceof TextInputControl;
        if (MOVES.contains(code) && code != KeyCode.F6) {
            return true;
        }
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return (text && EDITS.contains(code)) || code.isModifierKey();
        }
        return !(code.isFunctionKey() || code == KeyCode.ESCAPE || (code == KeyCode.SPACE && !text));
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        if (swallowed.contains(KeyCode.ENTER) && ("\r".equals(character) || "\n".equals(character))) {
            event.consume();
            return;
        }
        if (character.isEmpty() || character.charAt(0) < ' ' || character.charAt(0) == 0x7f) {
            return;
        }
        TextInputControl field = event.getTarget() instanceof TextInputControl text ? text : null;
        long now = millis.getAsLong();
        strokes.typed(now, character, field);
        if (strokes.running(now)) {
            closeMenus();
        }
        if (field != null) {
            // whoever types in it has seen it
            appeared = Long.MIN_VALUE / 2;
        }
    }

    /** A menu that is open is a window of its own and hears an Enter before the scene does. */
    private static void closeMenus() {
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
    }

    private void released(KeyEvent event) {
        down.remove(event.getCode());
        up.put(event.getCode(), millis.getAsLong());
        if (swallowed.remove(event.getCode())) {
            event.consume();
        }
    }

    private static boolean isEnter(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    }
}
