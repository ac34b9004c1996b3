package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Alarm;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What goes wrong without anybody asking. Belongs to the FX thread. */
final class AlarmsModel {
    private final ViewContext context;
    private final Latest latest = new Latest();
    private final ObservableList<Alarm> alarms = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();

    AlarmsModel(ViewContext context) {
        this.context = context;
    }

    void read() {
        context.tasks()
                .call(() -> context.client().alarms())
                .onDone(all -> {
                    failure.set(null);
                    if (!alarms.equals(all)) {
                        alarms.setAll(all);
                    }
                })
                .onFailure(failure::set)
                .within(latest)
                .start();
    }

    void close() {
        latest.cancel();
    }

    ObservableList<Alarm> alarms() {
        return alarms;
    }

    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }
}
