package eu.guichet.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/** Measures what a field says while nothing is typed: it stands on one line, and what is wider than the field is not seen. */
public final class Prompts {
    private Prompts() {}

    /** Those of fields that are laid out and seen. To be called on the FX thread. */
    public static List<String> cutOff(Parent root) {
        List<String> faults = new ArrayList<>();
        walk(root, faults);
        return faults;
    }

    private static void walk(Node node, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof TextField field && field.getPromptText() != null) {
            Text drawn = new Text(field.getPromptText());
            drawn.setFont(field.getFont());
            double wanted = drawn.getLayoutBounds().getWidth();
            double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
            if (wanted > room) {
                faults.add("%s: \u201c%s\u201d needs %.0f px of %.0f"
                        .formatted(field.getId(), field.getPromptText(), wanted, room));
            }
        }
        if (node instanceof Parent parent && !(node instanceof TextArea)) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, faults));
        }
    }
}
