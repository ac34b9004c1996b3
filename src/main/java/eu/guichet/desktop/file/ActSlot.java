package eu.guichet.desktop.file;

import eu.guichet.desktop.flow.FlowStep;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Where the steps of an act take turns with the list of actions. */
final class ActSlot extends StackPane {
    private final Node atRest;
    private final Runnable instead;
    private final Runnable elsewhere;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final EventHandler<KeyEvent> watch = this::watchEnter;
    private @Nullable Act act;
    private @Nullable Node startedFrom;
    /** What is to have the focus as soon as it is on the screen. */
    private @Nullable Node waiting;

    private boolean startedHere;
    private boolean enterDown;
    private boolean enterStale;

    /**
     * @param instead gives the focus to what has taken the place of the button with which the act was started
     * @param elsewhere gives it to something where the act was not started from the file
     */
    ActSlot(Node atRest, Runnable instead, Runnable elsewhere) {
        this.atRest = atRest;
        this.instead = instead;
        this.elsewhere = elsewhere;
        getChildren().setAll(atRest);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && act != null) {
                event.consume();
                act.leave();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (enterStale && event.getCode() == KeyCode.ENTER) {
                event.consume();
            }
        });
        sceneProperty().subscribe((before, after) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.ANY, watch);
            }
            if (after != null) {
                after.addEventFilter(KeyEvent.ANY, watch);
            }
        });
    }

    /** An Enter still held down since before a step appeared says yes to nothing on it: its key must come up first. */
    private void watchEnter(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            enterDown = true;
        } else if (event.getEventType() == KeyEvent.KEY_RELEASED) {
            enterDown = false;
            enterStale = false;
        }
    }

    void show(Act by, FlowStep step) {
        if (act == null) {
            Scene scene = getScene();
            startedFrom = scene == null ? null : scene.getFocusOwner();
            startedHere = startedFrom != null && isInFile(startedFrom);
        }
        act = by;
        enterStale = enterDown;
        busy.set(true);
        getChildren().setAll(step.node());
        focus(step.firstFocus());
    }

    /** Whether there is a card to take the focus. */
    boolean focus() {
        if (act == null) {
            return false;
        }
        act.focus();
        return true;
    }

    /** Back to the actions. */
    void rest() {
        act = null;
        busy.set(false);
        getChildren().setAll(atRest);
        Node back = startedFrom;
        startedFrom = null;
        if (!startedHere) {
            elsewhere.run();
        } else if (back != null && canTakeFocus(back)) {
            focus(back);
        } else {
            instead.run();
        }
    }

    private static boolean canTakeFocus(Node node) {
        for (@Nullable Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static boolean isInFile(Node node) {
        for (@Nullable Node up = node; up != null; up = up.getParent()) {
            if (up instanceof FilePane) {
                return true;
            }
        }
        return false;
    }

    /** Whether an act is under way. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Now, or else once the node has been laid out for the first time. */
    private void focus(Node node) {
        if (node.getScene() == null) {
            waiting = node;
            return;
        }
        waiting = null;
        node.requestFocus();
        if (!node.isFocused()) {
            Platform.runLater(node::requestFocus);
        }
    }

    /** The file has just been given its place on the screen: a card that began before that takes the focus now. */
    void arrived() {
        Node late = waiting;
        if (late != null) {
            focus(late);
        }
    }
}
