package eu.guichet.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;

/** Walks a screen as somebody does who sees nothing and has no mouse. */
public final class Accessibility {
    private Accessibility() {}

    /** What has no name to be read out, or cannot be reached with the keyboard. To be called on the FX thread. */
    public static List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        walk(root, faults);
        return faults;
    }

    private static void walk(Node node, List<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        boolean list = node instanceof ListView<?>;
        if (node instanceof Control control && isForPeople(control)) {
            if (name(control).isBlank()) {
                faults.add(describe(control) + " has no name");
            }
            if (isOperated(control) && !control.isDisabled() && !control.isFocusTraversable() && !hasKey(control)) {
                faults.add(describe(control) + " cannot be reached by keyboard");
            }
        }
        if (node instanceof Parent parent && !list && (!(node instanceof Control) || node instanceof ScrollPane)) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, faults));
        }
    }

    private static boolean isForPeople(Control control) {
        return !(control instanceof ScrollBar
                || control instanceof ScrollPane
                || control instanceof Separator
                || control instanceof ListCell<?>
                || (control instanceof Labeled labeled
                        && !isOperated(control)
                        && (labeled.getText() == null || labeled.getText().isBlank())));
    }

    private static boolean isOperated(Control control) {
        return !(control instanceof Label)
                && !(control instanceof ProgressIndicator)
                && !(control instanceof org.controlsfx.control.SegmentedButton);
    }

    /** What the keyboard does without it: clearing the search is Escape. */
    private static boolean hasKey(Control control) {
        return "search-clear".equals(control.getId());
    }

    private static String name(Control control) {
        if (control instanceof org.controlsfx.control.SegmentedButton) {
            return "its buttons have names";
        }
        String text = control.getAccessibleText();
        if (text == null && control instanceof Labeled labeled) {
            text = labeled.getText();
        }
        // neither what is typed into a field nor its prompt, which goes when one types, is its name
        return text == null ? "" : text;
    }

    private static String describe(Control control) {
        return control.getClass().getSimpleName() + " #" + control.getId() + " " + control.getStyleClass();
    }
}
