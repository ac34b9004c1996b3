package eu.guichet.desktop.tour;

import eu.guichet.desktop.ui.Scrolling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Types, presses and clicks in a scene from outside the FX thread, and waits for what can be seen. */
final class Hands {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration READING = Duration.ofSeconds(1);
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
        press(id, key, false);
    }

    void pressWithCtrl(String id, KeyCode key) {
        press(id, key, true);
    }

    private void press(String id, KeyCode key, boolean ctrl) {
        await(id);
        onScreen(() -> {
            Node node = find(id, Node.class);
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, ctrl, false, false));
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, ctrl, false, false));
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

    /** Clicks the first button whose id begins so: what the backend has numbered has its number in the id. */
    void clickFirst(String beginning) {
        await("a button #" + beginning + "…", () -> first(beginning).isPresent());
        onScreen(() -> {
            first(beginning).ifPresent(ButtonBase::fire);
            return beginning;
        });
    }

    private Optional<ButtonBase> first(String beginning) {
        return scene.getRoot().lookupAll("*").stream()
                .filter(node -> node.getId() != null && node.getId().startsWith(beginning))
                .filter(node -> node instanceof ButtonBase && shown(node) && !node.isDisabled())
                .map(ButtonBase.class::cast)
                .findFirst();
    }

    /** Points at something that is no button, such as a cell of a list, and presses the mouse there once. */
    void point(String id) {
        await(id);
        onScreen(() -> {
            Node node = find(id, Node.class);
            Bounds at = node.localToScene(node.getLayoutBounds());
            for (EventType<MouseEvent> part :
                    List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                Event.fireEvent(node, mouse(part, at.getCenterX(), at.getCenterY()));
            }
            return id;
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> part, double x, double y) {
        boolean down = part == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                part,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /** Chooses the first row of a table that is wanted, once there is one. */
    <T> void choose(String table, Class<T> kind, Predicate<T> wanted) {
        await(
                table,
                node -> node instanceof TableView<?> view && rows(view, kind).anyMatch(wanted));
        onScreen(() -> {
            TableView<?> view = find(table, TableView.class);
            T row = rows(view, kind).filter(wanted).findFirst().orElseThrow();
            view.getSelectionModel().select(view.getItems().indexOf(row));
            return row;
        });
    }

    private static <T> Stream<T> rows(TableView<?> view, Class<T> kind) {
        return view.getItems().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Chooses a value of a box that drops down. */
    void choose(String box, Object value) {
        await(box, node -> node instanceof ComboBox<?> of && of.getItems().contains(value));
        onScreen(() -> {
            ComboBox<?> of = find(box, ComboBox.class);
            of.getSelectionModel().select(of.getItems().indexOf(value));
            return value;
        });
    }

    /** Scrolls until it is seen. */
    void reveal(String id) {
        await(id);
        onScreen(() -> {
            Scrolling.reveal(find(id, Node.class));
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

    /** Waits until something within this says so. */
    void awaitWithin(String id, String part) {
        await(
                id,
                node -> node.lookupAll(".label").stream()
                        .anyMatch(one -> shown(one)
                                && one instanceof Labeled label
                                && label.getText().contains(part)));
    }

    /** Waits until it is seen, and presses the key that reads the screen anew each second: others do what is waited for. */
    void awaitReading(String id, String at) {
        Instant last = Instant.now().plus(PATIENCE);
        while (!onScreen(() -> seen(id, node -> true)) && Instant.now().isBefore(last)) {
            press(at, KeyCode.F5);
            LockSupport.parkNanos(READING.toNanos());
        }
        await(id);
    }

    /** Waits until one of the two is seen, and tells whether it is the first. */
    boolean awaitEither(String first, String second) {
        await("#" + first + " or #" + second, () -> seen(first, node -> true) || seen(second, node -> true));
        return onScreen(() -> seen(first, node -> true));
    }

    /** Waits until it is not seen any more. */
    void awaitGone(String id) {
        await("#" + id + " to go", () -> !seen(id, node -> true));
    }

    void await(String id, Predicate<Node> condition) {
        await("#" + id, () -> seen(id, condition));
    }

    private static void await(String what, Callable<Boolean> condition) {
        Instant last = Instant.now().plus(PATIENCE);
        while (!onScreen(condition)) {
            if (Instant.now().isAfter(last)) {
                throw new TourException("waited for " + what + " and did not see it");
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
