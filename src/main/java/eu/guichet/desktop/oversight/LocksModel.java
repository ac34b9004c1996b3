package eu.guichet.desktop.oversight;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Justification;
import eu.guichet.contract.LockedVerification;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The verifications that are locked, and the unlocking of one. Belongs to the FX thread. */
final class LocksModel {
    private final ViewContext context;
    private final SeenList<LockedVerification> locks;
    private final ReadOnlyObjectWrapper<@Nullable LockedVerification> unlocking = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Approval> waiting = new ReadOnlyObjectWrapper<>();

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
        if (lock == null) {
            return;
        }
        unlocking.set(null);
        context.tasks()
                .call(() -> context.client().unlockVerification(lock.pensionerId(), new Justification(reason)))
                .onDone(waits -> {
                    waiting.set(waits.orElse(null));
                    if (waits.isEmpty()) {
                        locks.rows().remove(lock);
                    }
                    read();
                })
                .onFailure(locks::readAfter)
                .start();
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
