package eu.guichet.desktop.ui;

import eu.guichet.contract.Condition;
import java.util.Arrays;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The shape of a condition, so that colour is never the only sign: disc with a tick, square, diamond, ring, triangle, cross.
 * As large as the text beside it. It never stands without its word, so a screen reader skips it.
 */
public final class StateShape extends Region {
    public StateShape() {
        getStyleClass().add("state-shape");
        setAccessibleRole(AccessibleRole.NODE);
    }

    public static StateShape of(Condition condition) {
        StateShape shape = new StateShape();
        shape.show(condition);
        return shape;
    }

    public void show(Condition condition) {
        paint(this, condition);
    }

    /** Gives the node the colours of the condition: {@code -s-ink}, {@code -s-soft}, {@code -s-mark} and {@code -s-line}. */
    public static void paint(Node node, Condition condition) {
        String wanted = styleClass(condition);
        if (!node.getStyleClass().contains(wanted)) {
            node.getStyleClass()
                    .removeAll(Arrays.stream(Condition.values())
                            .map(StateShape::styleClass)
                            .toList());
            node.getStyleClass().add(wanted);
        }
    }

    private static String styleClass(Condition condition) {
        return "state-" + condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
