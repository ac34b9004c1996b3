package eu.guichet.desktop.file;

import eu.guichet.desktop.ui.OneTabStop;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A list with its heading: one stop of the Tab key, with a sentence where it is empty. */
final class ListCard<T, I, R extends Rows.Row<T>> extends VBox {
    private final Rows<T, I, R> rows;
    private final OneTabStop stop;
    private final Subscription subscription;

    /** @param none said where the list is empty */
    ListCard(String heading, String none, ObservableList<T> values, Function<T, I> id, Supplier<R> factory) {
        getStyleClass().addAll("card", "list-card");
        Label title = new Label(heading);
        title.getStyleClass().add("section-title");
        Label empty = new Label(none);
        empty.getStyleClass().addAll("quiet", "empty-note");
        empty.setWrapText(true);
        empty.visibleProperty().bind(Bindings.isEmpty(values));
        empty.managedProperty().bind(empty.visibleProperty());
        rows = new Rows<>(id, factory);
        rows.getStyleClass().add("list-rows");
        stop = new OneTabStop(rows);
        Subscription following = rows.follow(values);
        ListChangeListener<T> listener = change -> stop.rows(rows.getChildren());
        values.addListener(listener);
        stop.rows(rows.getChildren());
        subscription = Subscription.combine(following, () -> values.removeListener(listener));
        getChildren().setAll(title, empty, rows);
    }

    Rows<T, I, R> rows() {
        return rows;
    }

    boolean focus() {
        return stop.focus();
    }

    void release() {
        subscription.unsubscribe();
    }
}
