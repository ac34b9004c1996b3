package eu.guichet.desktop.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Shows a list as rows that live as long as what they show: a change touches its own row, nothing else moves. */
final class Rows<T, I, R extends Rows.Row<T>> extends VBox {
    /** One row, told its value again whenever it changes. */
    interface Row<T> {
        Node node();

        void show(T value);
    }

    private final Function<T, I> id;
    private final Supplier<R> factory;
    private final Map<I, R> rows = new HashMap<>();
    private final Map<I, T> shown = new HashMap<>();
    private List<I> order = List.of();

    Rows(Function<T, I> id, Supplier<R> factory) {
        this.id = id;
        this.factory = factory;
    }

    /** Shows the list, and whatever becomes of it until the subscription is given up. */
    Subscription follow(ObservableList<T> values) {
        ListChangeListener<T> listener = change -> show(values);
        values.addListener(listener);
        show(values);
        return () -> values.removeListener(listener);
    }

    void show(List<T> values) {
        List<Node> wanted = values.stream().map(this::node).toList();
        ListDiff.update(getChildren(), wanted, Function.identity());
        order = values.stream().map(id).toList();
        rows.keySet().retainAll(order);
        shown.keySet().retainAll(order);
    }

    /** The row of what has this id, if it is shown. */
    Optional<R> row(I wanted) {
        return Optional.ofNullable(rows.get(wanted));
    }

    /** As they are shown. */
    List<R> rows() {
        return order.stream().map(rows::get).map(Objects::requireNonNull).toList();
    }

    private Node node(T value) {
        I key = id.apply(value);
        R row = rows.computeIfAbsent(key, k -> factory.get());
        if (!value.equals(shown.put(key, value))) {
            row.show(value);
        }
        return row.node();
    }
}
