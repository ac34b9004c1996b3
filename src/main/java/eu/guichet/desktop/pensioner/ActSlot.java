package eu.guichet.desktop.pensioner;

import eu.guichet.desktop.flow.FlowSlot;
import eu.guichet.desktop.flow.FlowStep;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Where the steps of an act take turns with the list of actions. */
final class ActSlot extends StackPane implements FlowSlot {
    private final Node atRest;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable FlowStep step;
    private @Nullable Node startedFrom;

    ActSlot(Node atRest) {
        this.atRest = atRest;
        getChildren().setAll(atRest);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && step != null) {
                event.consume();
                if (step.leave()) {
                    close();
                }
            }
        });
    }

    @Override
    public void show(FlowStep next) {
        if (step == null) {
            Scene scene = getScene();
            startedFrom = scene == null ? null : scene.getFocusOwner();
        }
        step = next;
        busy.set(true);
        getChildren().setAll(next.node());
        focus(next.firstFocus());
    }

    @Override
    public void close() {
        step = null;
        busy.set(false);
        getChildren().setAll(atRest);
        if (startedFrom != null) {
            focus(startedFrom);
            startedFrom = null;
        }
    }

    /** Another file is opened: whatever the step has to say about it, its place is gone. */
    void abandon() {
        if (step != null) {
            step.leave();
            step = null;
            busy.set(false);
            startedFrom = null;
            getChildren().setAll(atRest);
        }
    }

    /** Whether an act is under way. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    void tick() {
        if (step != null) {
            step.tick();
        }
    }

    /** Now, or else once the node has been laid out for the first time. */
    private static void focus(Node node) {
        node.requestFocus();
        if (!node.isFocused()) {
            Platform.runLater(node::requestFocus);
        }
    }
}
