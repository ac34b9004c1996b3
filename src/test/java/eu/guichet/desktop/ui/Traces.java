package eu.guichet.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Looks for words in every window: in what is drawn, hidden, read out, or can be brought back. */
public final class Traces {
    private Traces() {}

    /** Where the words are, whatever their case. To be called on the FX thread. */
    public static List<String> of(String... words) {
        List<String> found = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage stage) {
                look("title", stage.getTitle(), words, found);
            }
            if (window.getScene() != null) {
                walk(window.getScene().getRoot(), words, found);
            }
        }
        return found;
    }

    private static void walk(Node node, String[] words, List<String> found) {
        String where = node.getClass().getSimpleName() + " #" + node.getId();
        look(where, node.getAccessibleText(), words, found);
        look(where, node.getAccessibleHelp(), words, found);
        look(where, String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)), words, found);
        look(where, node.getId(), words, found);
        if (node instanceof Text text) {
            look(where, text.getText(), words, found);
        }
        if (node instanceof Labeled labeled) {
            look(where, labeled.getText(), words, found);
        }
        if (node instanceof TextInputControl input) {
            look(where, input.getText(), words, found);
            look(where, input.getPromptText(), words, found);
            if (input.isUndoable()) {
                String now = input.getText();
                input.undo();
                look(where + " undone", input.getText(), words, found);
                input.redo();
                look(where, now, words, found);
            }
        }
        if (node instanceof Control control) {
            Tooltip tip = control.getTooltip();
            look(where, tip == null ? null : tip.getText(), words, found);
        }
        if (node instanceof ListView<?> list) {
            look(where, String.valueOf(list.getItems()), words, found);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, words, found));
        }
    }

    private static void look(String where, @Nullable String text, String[] words, List<String> found) {
        if (text != null
                && Stream.of(words)
                        .anyMatch(word -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))) {
            found.add(where + ": " + text);
        }
    }
}
