package eu.guichet.desktop.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/** What JavaFX does for the Tab key only: what gets the focus is scrolled into view. */
public final class Scrolling {
    private static final double AIR = 8;

    private Scrolling() {}

    /** Scrolls by no more than is needed; does nothing where nothing scrolls. */
    public static void reveal(Node node) {
        ScrollPane pane = paneOf(node);
        if (pane == null) {
            return;
        }
        Node content = pane.getContent();
        double seen = pane.getViewportBounds().getHeight();
        double whole = content.getLayoutBounds().getHeight();
        if (whole <= seen) {
            return;
        }
        Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double top = pane.getVvalue() * (whole - seen);
        double wanted = Math.clamp(top, Math.min(at.getMaxY() + AIR - seen, at.getMinY() - AIR), at.getMinY() - AIR);
        pane.setVvalue(Math.clamp(wanted / (whole - seen), 0, 1));
    }

    private static @Nullable ScrollPane paneOf(Node node) {
        for (@Nullable Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ScrollPane pane) {
                return pane;
            }
        }
        return null;
    }
}
