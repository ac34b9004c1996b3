package eu.guichet.desktop.shell;

import eu.guichet.desktop.search.SearchView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** The parts of the counter's screen, from one to the next by one key: search, results, the note, the parts of the file. */
final class Panes {
    /** Style classes of the parts of a file, in the order in which they are gone through. */
    private static final List<String> OF_FILE = List.of("doing", "ladder", "letters", "timeline");

    private Panes() {}

    /** @param dimmed where the file is not to be reached */
    static void move(Parent frame, SearchView search, FileTab tab, boolean dimmed, boolean back) {
        List<Runnable> focus = new ArrayList<>();
        List<Node> parts = new ArrayList<>();
        parts.add(search.field());
        focus.add(search::focus);
        if (!dimmed && tab.file() != null) {
            parts.add(tab.bar());
            focus.add(tab.bar()::focusNote);
            for (String style : OF_FILE) {
                Node part = tab.view().lookup("." + style);
                Node first = part == null ? null : first(part);
                if (part != null && first != null) {
                    parts.add(part);
                    focus.add(first::requestFocus);
                }
            }
        }
        int at = at(parts, frame.getScene() == null ? null : frame.getScene().getFocusOwner());
        focus.get(Math.floorMod(at + (back ? -1 : 1), focus.size())).run();
    }

    private static int at(List<Node> parts, @Nullable Node focused) {
        for (Node up = focused; up != null; up = up.getParent()) {
            int at = parts.indexOf(up);
            if (at >= 0) {
                return at;
            }
        }
        return 0;
    }

    /** The first thing in a part that can take the focus. */
    private static @Nullable Node first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        Stream<Node> children =
                node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream() : Stream.empty();
        return children.map(Panes::first).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
