package eu.guichet.desktop.oversight;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Justification;
import eu.guichet.contract.LockedVerification;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The verifications that are locked, and the unlocking of one. Belongs to the FX thread. */
final class LocksModel {
    private final ViewContext context;
    private final SeenList<LockedVerification> locks;
    private final ReadOnlyObjectWrapper<@Nullable LockedVerification> unlocking = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Approval> waiting = new ReadOnlyObjectWrapper<>();

    private final StringProperty reason = new SimpleStringProperty("");
    private boolean asking;

    LocksModel(ViewContext context) {
        this.context = context;
        this.locks = new SeenList<>(context, GuichetClient::verificationLocks);
    }

    void read() {
        locks.read();
    }

    /** The reason for this one is to be given. */
    void begin(LockedVerification lock) {
        locks.failed(null);
        waiting.set(null);
        reason.set("");
        unlocking.set(lock);
    }

    /** What was asked for last and another supervisor has to approve, or null. */
    ReadOnlyObjectProperty<@Nullable Approval> waiting() {
        return waiting.getReadOnlyProperty();
    }

    void leave() {
        unlocking.set(null);
    }

    /** Ends the lock chosen before. */
    void unlock(String reason) {
        LockedVerification lock = unlocking.get();
        if (lock == null || asking) {
            return;
        }
        asking = true;
        context.tasks()
                .call(() -> context.client().unlockVerification(lock.pensionerId(), new Justification(reason)))
                .onDone(waits -> {
                    asking = false;
                    if (lock.equals(unlocking.get())) {
                        unlocking.set(null);
                    }
                    waiting.set(waits.orElse(null));
                    if (waits.isEmpty()) {
                        locks.rows().remove(lock);
                    }
                    read();
                })
                .onFailure(why -> {
                    asking = false;
                    locks.readAfter(why);
                })
                .onFault(() -> asking = false)
                .start();
    }

    /** As far as it is typed; it stays until the lock is ended or left. */
    StringProperty reason() {
        return reason;
    }

    void close() {
        locks.close();
    }

    SeenList<LockedVerification> locks() {
        return locks;
    }

    ReadOnlyObjectProperty<@Nullable LockedVerification> unlocking() {
        return unlocking.getReadOnlyProperty();
    }
}
