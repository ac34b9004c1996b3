package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Who has reached a limit of late. Belongs to the FX thread. */
final class LimitsModel {
    private final ViewContext context;
    private final Latest latest = new Latest();
    private final ObservableList<ReachedLimit> reached = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();

    LimitsModel(ViewContext context) {
        this.context = context;
    }

    void read() {
        context.tasks()
                .call(() -> context.client().reachedLimits())
                .onDone(all -> {
                    failure.set(null);
                    if (!reached.equals(all)) {
                        reached.setAll(all);
                    }
                })
                .onFailure(failure::set)
                .within(latest)
                .start();
    }

    void close() {
        latest.cancel();
    }

    /** Who last was is first. */
    ObservableList<ReachedLimit> reached() {
        return reached;
    }

    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }
}
