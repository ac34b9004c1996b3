package eu.guichet.desktop.shell;

import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Takes the whole content out of the window while it is veiled, and puts it back as it was: with the focus, and with what was
 * being typed. The key that lifts the veil does nothing else, nor do those that come with it; a scanner lifts nothing. For the
 * FX thread only.
 */
final class Curtain {
    /** So long after a key nothing more may come, for it to be a hand's. */
    private static final Duration QUIET = Duration.ofMillis(300);

    /** Nobody types one key after the other faster than this: it is a scanner, or a key that is held down. */
    private static final Duration FASTEST_HAND = Duration.ofMillis(40);

    private final VeilModel model;
    private final Pane window;
    private final Veil veil;
    private final Tasks tasks;
    private final InstantSource clock;
    private final Supplier<Unveil> unveil;
    private List<Node> content = List.of();
    private @Nullable Node focused;
    private int anchor;
    private int caret;
    private @Nullable KeyCode heldSince;
    private double mouseX;
    private double mouseY;
    /** Whether a key has asked for the window, and more may follow it. */
    private boolean waits;

    private boolean justPressed;
    private boolean burst;
    private Tasks.Cancellation lifting = () -> {};

    Curtain(VeilModel model, Pane window, Veil veil, Tasks tasks, InstantSource clock, Supplier<Unveil> unveil) {
        this.model = model;
        this.window = window;
        this.veil = veil;
        this.tasks = tasks;
        this.clock = clock;
        this.unveil = unveil;
        model.veiled().subscribe((before, now) -> {
            if (now) {
                draw();
            } else {
                open();
            }
        });
    }

    /** @param by the key that was pressed for it, which may still be down */
    void veil(KeyCode by) {
        heldSince = by;
        model.veil(clock.instant());
    }

    /** Must be asked before whatever else guards the scene. */
    Subscription guard(Scene scene) {
        // by their own types: a filter of a more special type is asked before one of all input, whichever was added
        // first
        EventHandler<InputEvent> watch = this::touched;
        EventHandler<InputEvent> others = event -> {
            if (!(event instanceof KeyEvent) && !(event instanceof MouseEvent)) {
                touched(event);
            }
        };
        scene.addEventFilter(KeyEvent.ANY, watch);
        scene.addEventFilter(MouseEvent.ANY, watch);
        scene.addEventFilter(InputEvent.ANY, others);
        return () -> {
            scene.removeEventFilter(KeyEvent.ANY, watch);
            scene.removeEventFilter(MouseEvent.ANY, watch);
            scene.removeEventFilter(InputEvent.ANY, others);
        };
    }

    private void touched(InputEvent event) {
        if (event instanceof MouseEvent mouse && !hasMoved(mouse)) {
            return;
        }
        if (!model.veiled().get()) {
            model.touched(clock.instant());
            return;
        }
        if (veil.isOver()) {
            onlyTheWayOut(event);
            return;
        }
        event.consume();
        if (event instanceof KeyEvent key) {
            pressed(key);
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            lift();
        }
    }

    /** The mouse reaches the one button there is, and Enter presses it. */
    private void onlyTheWayOut(InputEvent event) {
        if (event instanceof KeyEvent key) {
            event.consume();
            if (key.getEventType() == KeyEvent.KEY_PRESSED && key.getCode() == KeyCode.ENTER) {
                veil.goOn();
            }
        }
    }

    /** What appears under a mouse that lies still tells of no hand. */
    private boolean hasMoved(MouseEvent mouse) {
        boolean moved = mouse.getEventType() == MouseEvent.MOUSE_PRESSED
                || mouse.getScreenX() != mouseX
                || mouse.getScreenY() != mouseY;
        mouseX = mouse.getScreenX();
        mouseY = mouse.getScreenY();
        return moved || model.veiled().get();
    }

    private void pressed(KeyEvent key) {
        if (key.getEventType() == KeyEvent.KEY_RELEASED && key.getCode() == heldSince) {
            heldSince = null;
        } else if (key.getEventType() == KeyEvent.KEY_PRESSED
                && key.getCode() != heldSince
                && !key.getCode().isModifierKey()) {
            lift();
        } else if (key.getEventType() == KeyEvent.KEY_TYPED) {
            waitOn();
        }
    }

    private void lift() {
        burst = burst || justPressed;
        justPressed = true;
        tasks.after(FASTEST_HAND, () -> justPressed = false);
        waits = true;
        waitOn();
    }

    private void waitOn() {
        if (waits) {
            lifting.cancel();
            lifting = tasks.after(QUIET, this::ask);
        }
    }

    private void ask() {
        waits = false;
        boolean scanner = burst;
        burst = false;
        if (scanner) {
            return;
        }
        unveil.get().ask(answer -> {
            veil.told(answer);
            if (answer == Unveil.Answer.LIFT) {
                model.lift(clock.instant());
            }
        });
    }

    private void draw() {
        // a menu or a tooltip is a window of its own
        List.copyOf(Window.getWindows()).stream()
                .filter(PopupWindow.class::isInstance)
                .forEach(Window::hide);
        Scene scene = window.getScene();
        focused = scene == null ? null : scene.getFocusOwner();
        if (focused instanceof TextInputControl text) {
            anchor = text.getAnchor();
            caret = text.getCaretPosition();
        }
        content = List.copyOf(window.getChildren());
        window.getChildren().setAll(veil);
        veil.requestFocus();
    }

    private void open() {
        heldSince = null;
        window.getChildren().setAll(content);
        content = List.of();
        Node back = focused;
        focused = null;
        if (back != null && back.getScene() != null) {
            back.requestFocus();
            if (back instanceof TextInputControl text) {
                text.selectRange(anchor, caret);
            }
        }
    }
}
