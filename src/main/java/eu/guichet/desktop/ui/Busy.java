package eu.guichet.desktop.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Whether calls are under way, and whether long enough for a spinner ({@link Tasks#SPINNER_AFTER}). For the FX thread only.
 */
public final class Busy {
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper spinning = new ReadOnlyBooleanWrapper();
    private int calls;

    /** True as soon as a call is under way: what must not be started twice is disabled by it. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** True once the wait is long enough to be shown. */
    public ReadOnlyBooleanProperty spinning() {
        return spinning.getReadOnlyProperty();
    }

    /** Counts a call in; cancelling what is returned counts it out. */
    Tasks.Cancellation begin(Tasks tasks) {
        calls++;
        running.set(true);
        Tasks.Cancellation timer = tasks.after(Tasks.SPINNER_AFTER, () -> spinning.set(calls > 0));
        return new Tasks.Cancellation() {
            private boolean over;

            @Override
            public void cancel() {
                if (!over) {
                    over = true;
                    timer.cancel();
                    calls--;
                    if (calls == 0) {
                        running.set(false);
                        spinning.set(false);
                    }
                }
            }
        };
    }
}
