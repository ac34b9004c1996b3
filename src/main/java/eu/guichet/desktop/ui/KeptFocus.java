package eu.guichet.desktop.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * Arranges a part of the screen anew without losing the focus: a node that is taken out of the scene for a moment loses it, and
 * what is typed next would land elsewhere.
 */
public final class KeptFocus {
    private KeptFocus() {}

    /** The change is made at once; whatever had the focus has it afterwards, with what was selected in it. */
    public static void during(Node anyOfTheScene, Runnable change) {
        Node focused = anyOfTheScene.getScene() == null
                ? null
                : anyOfTheScene.getScene().getFocusOwner();
        int anchor = focused instanceof TextInputControl text ? text.getAnchor() : 0;
        int caret = focused instanceof TextInputControl text ? text.getCaretPosition() : 0;
        change.run();
        giveBack(focused, anchor, caret);
    }

    /**
     * Draws a part of the screen anew whose nodes are made again: whoever was at one of them is at the one of the same id afterwards,
     * where there is one.
     */
    public static void redrawing(Parent part, Runnable draw) {
        Optional<Node> focused = in(part);
        draw.run();
        focused.map(Node::getId).map(id -> part.lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    /** What has the focus, where it is this part or within it. */
    public static Optional<Node> in(Node part) {
        Node focused = part.getScene() == null ? null : part.getScene().getFocusOwner();
        for (@Nullable Node up = focused; up != null; up = up.getParent()) {
            if (up.equals(part)) {
                return Optional.ofNullable(focused);
            }
        }
        return Optional.empty();
    }

    private static void giveBack(@Nullable Node focused, int anchor, int caret) {
        if (focused == null
                || focused.getScene() == null
                || focused.equals(focused.getScene().getFocusOwner())) {
            return;
        }
        focused.requestFocus();
        if (focused instanceof TextInputControl text) {
            text.selectRange(anchor, caret);
        }
    }
}
