package eu.guichet.desktop.ui;

import org.jspecify.annotations.Nullable;

/** A group of calls of which only the newest counts: starting one cancels the one before. For the FX thread only. */
public final class Latest {
    private Tasks.@Nullable Cancellation current;

    /** Gives up the call under way, if any. */
    public void cancel() {
        if (current != null) {
            current.cancel();
            current = null;
        }
    }

    void take(Tasks.Cancellation call) {
        cancel();
        current = call;
    }
}
