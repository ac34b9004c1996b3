package eu.guichet.desktop.ui;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where work is done: blocking calls off the FX thread, what is shown on it. View models get it handed in, so that a test
 * can run everything on its own thread and pass the time by hand.
 */
public interface Tasks {
    /** How long a call may take before a spinner says so; shorter ones would only flicker. */
    Duration SPINNER_AFTER = Duration.ofMillis(200);

    /** Runs on a thread of its own. Cancelling interrupts it. */
    Cancellation run(Runnable work);

    /**
     * As {@link #run}, on a platform thread: for native calls that hold their thread for long, such as a printer's driver, and
     * would keep a virtual thread's carrier from everybody else.
     */
    default Cancellation runNative(Runnable work) {
        return run(work);
    }

    /** Runs on the FX thread, soon, in the order handed over. */
    void onScreen(Runnable work);

    /** Runs once on the FX thread after a delay, unless cancelled. To be called on the FX thread. */
    Cancellation after(Duration delay, Runnable work);

    /** Describes a blocking call; nothing happens before {@link BackgroundCall#start()}. */
    default <T> BackgroundCall<T> call(Supplier<T> work) {
        return new BackgroundCall<>(this, work);
    }

    /** As {@link #call}, on a platform thread, see {@link #runNative}. */
    default <T> BackgroundCall<T> callNative(Supplier<T> work) {
        return new BackgroundCall<>(this, work, true);
    }

    /** Gives something up. Doing it twice, or when it is over, does nothing. */
    interface Cancellation {
        void cancel();
    }
}
