package eu.guichet.desktop.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Shows a list as rows that live as long as what they show: a change touches its own row, nothing else moves. */
final class Rows<T, I> extends VBox {
    /** One row, told its value again whenever it changes. */
    interface Row<T> {
        Node node();

        void show(T value);
    }

    private final ObservableList<T> values;
    private final Function<T, I> id;
    private final Supplier<Row<T>> factory;
    private final Map<I, Row<T>> rows = new HashMap<>();
    private final Map<I, T> shown = new HashMap<>();
    private final ListChangeListener<T> listener = change -> update();

    Rows(ObservableList<T> values, Function<T, I> id, Supplier<Row<T>> factory) {
        this.values = values;
        this.id = id;
        this.factory = factory;
        values.addListener(listener);
        update();
    }

    void release() {
        values.removeListener(listener);
    }

    private void update() {
        List<Node> wanted = values.stream().map(this::node).toList();
        ListDiff.update(getChildren(), wanted, Function.identity());
        List<I> staying = values.stream().map(id).toList();
        rows.keySet().retainAll(staying);
        shown.keySet().retainAll(staying);
    }

    private Node node(T value) {
        I key = id.apply(value);
        Row<T> row = rows.computeIfAbsent(key, k -> factory.get());
        if (!value.equals(shown.put(key, value))) {
            row.show(value);
        }
        return row.node();
    }
}
