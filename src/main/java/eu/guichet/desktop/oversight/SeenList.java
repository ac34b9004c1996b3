package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a card of the screen lists, as it was read last. Belongs to the FX thread. */
final class SeenList<T> {
    private final ViewContext context;
    private final Function<GuichetClient, List<T>> question;
    private final Latest latest = new Latest();
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();

    /** @param question blocks, so that it is asked off the FX thread */
    SeenList(ViewContext context, Function<GuichetClient, List<T>> question) {
        this.context = context;
        this.question = question;
    }

    void read() {
        read(null);
    }

    /** Reads anew after something wanted of it was not done; why stays said. */
    void readAfter(ClientException why) {
        failure.set(why);
        read(why);
    }

    private void read(@Nullable ClientException said) {
        context.tasks()
                .call(() -> question.apply(context.client()))
                .onDone(all -> {
                    failure.set(said);
                    if (!rows.equals(all)) {
                        rows.setAll(all);
                    }
                })
                .onFailure(failure::set)
                .within(latest)
                .start();
    }

    /** @param why null where what went wrong before is of no concern any more */
    void failed(@Nullable ClientException why) {
        failure.set(why);
    }

    void close() {
        latest.cancel();
    }

    ObservableList<T> rows() {
        return rows;
    }

    /** Why it was not read, or why something wanted of it was not done; null where nothing failed. */
    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }
}
