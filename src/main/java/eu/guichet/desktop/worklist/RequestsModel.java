package eu.guichet.desktop.worklist;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalState;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What one has asked a supervisor for, and the taking back of what waits. Belongs to the FX thread. */
final class RequestsModel {
    private final ViewContext context;
    private final SeenList<Approval> requests;
    private final ReadOnlyObjectWrapper<Optional<String>> withdrawing = new ReadOnlyObjectWrapper<>(Optional.empty());

    RequestsModel(ViewContext context) {
        this.context = context;
        this.requests = new SeenList<>(context, GuichetClient::ownApprovals);
    }

    void read() {
        requests.read();
    }

    /** Asks whether this one is to be taken back. */
    void begin(Approval request) {
        requests.failed(null);
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
                .onFailure(requests::readAfter)
                .start();
    }

    /** How many still wait. */
    int waiting() {
        return (int) requests.rows().stream()
                .filter(one -> one.state() == ApprovalState.ASKED)
                .count();
    }

    SeenList<Approval> seen() {
        return requests;
    }

    /** Which is about to be taken back. */
    ReadOnlyObjectProperty<Optional<String>> withdrawing() {
        return withdrawing.getReadOnlyProperty();
    }

    void close() {
        requests.close();
    }
}
