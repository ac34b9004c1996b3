package eu.guichet.desktop.tour;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Types, presses and clicks in a scene from outside the FX thread, and waits for what can be seen. */
final class Hands {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(25);

    private final Scene scene;

    Hands(Scene scene) {
        this.scene = scene;
    }

    void type(String id, String text) {
        await(id);
        onScreen(() -> {
            find(id, TextInputControl.class).setText(text);
            return text;
        });
    }

    void press(String id, KeyCode key) {
        await(id);
        onScreen(() -> {
            Node node = find(id, Node.class);
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
            return key;
        });
    }

    /** Clicks once the control is there and can be clicked. */
    void click(String id) {
        await(id, node -> !node.isDisabled());
        onScreen(() -> {
            find(id, ButtonBase.class).fire();
            return id;
        });
    }

    /** The text of a label, once it has one. */
    String read(String id) {
        await(id, node -> node instanceof Labeled labeled && !labeled.getText().isEmpty());
        return onScreen(() -> find(id, Labeled.class).getText());
    }

    void await(String id) {
        await(id, node -> true);
    }

    /** Waits until the text of a label or button has this in it. */
    void awaitText(String id, String part) {
        await(id, node -> node instanceof Labeled labeled && labeled.getText().contains(part));
    }

    void await(String id, Predicate<Node> condition) {
        Instant last = Instant.now().plus(PATIENCE);
        while (!onScreen(() -> seen(id, condition))) {
            if (Instant.now().isAfter(last)) {
                throw new TourException("waited for #" + id + " and did not see it");
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private boolean seen(String id, Predicate<Node> condition) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Node node = scene.lookup("#" + id);
        return node != null && shown(node) && condition.test(node);
    }

    private static boolean shown(Node node) {
        for (@Nullable Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private <N> N find(String id, Class<N> type) {
        return type.cast(scene.lookup("#" + id));
    }

    /** Calls on the FX thread and waits for the result. */
    static <T> T onScreen(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new TourException("it failed on the screen", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourException("interrupted", e);
        }
    }
}
