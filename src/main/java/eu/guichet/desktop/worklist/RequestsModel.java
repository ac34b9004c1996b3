package eu.guichet.desktop.worklist;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalState;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What one has asked a supervisor for, and the taking back of what waits. Belongs to the FX thread. */
final class RequestsModel {
    private final ViewContext context;
    private final Latest latest = new Latest();
    private final ObservableList<Approval> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<String>> withdrawing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean read;

    RequestsModel(ViewContext context) {
        this.context = context;
    }

    void read() {
        context.tasks()
                .call(() -> context.client().ownApprovals())
                .onDone(all -> {
                    failure.set(null);
                    read = true;
                    rows.setAll(all);
                })
                .onFailure(failure::set)
                .within(latest)
                .start();
    }

    /** Asks whether this one is to be taken back. */
    void begin(Approval request) {
        withdrawing.set(Optional.of(request.id()));
    }

    void leave() {
        withdrawing.set(Optional.empty());
    }

    void withdraw(Approval request) {
        leave();
        context.tasks()
                .call(() -> context.client().withdraw(request.id()))
                .onDone(_ -> read())
                .onFailure(why -> {
                    read();
                    failure.set(why);
                })
                .start();
    }

    /** Whether it has been read at all. */
    boolean known() {
        return read;
    }

    /** How many still wait. */
    int waiting() {
        return (int)
                rows.stream().filter(one -> one.state() == ApprovalState.ASKED).count();
    }

    ObservableList<Approval> rows() {
        return rows;
    }

    /** Why they were not read, or one of them not taken back; null where nothing failed. */
    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Which is about to be taken back. */
    ReadOnlyObjectProperty<Optional<String>> withdrawing() {
        return withdrawing.getReadOnlyProperty();
    }

    void close() {
        latest.cancel();
    }
}
