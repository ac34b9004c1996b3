package eu.guichet.desktop.ui;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a screen lists, as it was read last; what is read again and is the same changes nothing. Belongs to the FX thread. */
public final class SeenList<T> {
    private final ViewContext context;
    private final Function<GuichetClient, List<T>> question;
    private final Latest latest = new Latest();
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();

    /** @param question blocks, so that it is asked off the FX thread */
    public SeenList(ViewContext context, Function<GuichetClient, List<T>> question) {
        this.context = context;
        this.question = question;
    }

    public void read() {
        read(null);
    }

    /** Reads anew after something wanted of it was not done; why stays said. */
    public void readAfter(ClientException why) {
        failure.set(why);
        read(why);
    }

    private void read(@Nullable ClientException said) {
        context.tasks()
                .call(() -> question.apply(context.client()))
                .onDone(all -> {
                    known.set(true);
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
    public void failed(@Nullable ClientException why) {
        failure.set(why);
    }

    public void close() {
        latest.cancel();
    }

    public ObservableList<T> rows() {
        return rows;
    }

    /** Whether it has been read at all. */
    public ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    /** Why it was not read, or why something wanted of it was not done; null where nothing failed. */
    public ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }
}
