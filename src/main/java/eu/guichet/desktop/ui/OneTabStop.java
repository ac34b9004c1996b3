package eu.guichet.desktop.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * Rows as one stop of the Tab key: the arrow keys, Home and End lead from one to the next. What can be pressed inside a row
 * stays a stop of its own.
 */
public final class OneTabStop {
    private List<Node> rows = List.of();
    private int current;

    /** @param area what holds the rows, however deep */
    public OneTabStop(Node area) {
        area.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    }

    /** These rows, in the order seen. The row one is at stays it as long as it is there. */
    public void rows(List<? extends Node> now) {
        Node before = current < rows.size() ? rows.get(current) : null;
        rows = List.copyOf(now);
        int at = before == null ? -1 : rows.indexOf(before);
        current = at < 0 ? Math.clamp(current, 0, Math.max(0, rows.size() - 1)) : at;
        mark();
    }

    /** Makes this row the one that Tab reaches, unless one of the rows has the focus already. */
    public void enterAt(Node row) {
        if (rows.contains(row) && rows.stream().noneMatch(Node::isFocused)) {
            current = rows.indexOf(row);
            mark();
        }
    }

    /** Gives the focus to the row that Tab reaches. */
    public boolean focus() {
        if (rows.isEmpty()) {
            return false;
        }
        rows.get(current).requestFocus();
        Scrolling.reveal(rows.get(current));
        return true;
    }

    private void move(KeyEvent event) {
        int at = rows.indexOf(event.getTarget());
        if (at < 0) {
            return;
        }
        int to = switch (event.getCode()) {
            case DOWN -> at + 1;
            case UP -> at - 1;
            case HOME -> 0;
            case END -> rows.size() - 1;
            default -> -1;
        };
        if (to >= 0 && to < rows.size()) {
            current = to;
            mark();
            focus();
            event.consume();
        }
    }

    private void mark() {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).setFocusTraversable(i == current);
        }
    }
}
