package eu.guichet.desktop.ui;

import eu.guichet.client.ClientException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One blocking call and what becomes of it. The work runs off the FX thread; result or failure arrive on it. Only a
 * {@link ClientException} is a failure; anything else is a fault of the program and reaches the uncaught handler. A call
 * that was cancelled or overtaken tells nobody.
 *
 * @param <T> what the work brings
 */
public final class BackgroundCall<T> {
    private final Tasks tasks;
    private final Supplier<T> work;
    private final boolean isNative;
    private Consumer<? super T> onDone = result -> {};
    private Consumer<ClientException> onFailure = failure -> {
        throw failure;
    };
    private Runnable onFault = () -> {};
    private @Nullable Busy busy;
    private @Nullable Latest latest;

    BackgroundCall(Tasks tasks, Supplier<T> work) {
        this(tasks, work, false);
    }

    /** @param isNative whether it needs a platform thread */
    BackgroundCall(Tasks tasks, Supplier<T> work, boolean isNative) {
        this.tasks = tasks;
        this.work = work;
        this.isNative = isNative;
    }

    public BackgroundCall<T> onDone(Consumer<? super T> consumer) {
        onDone = consumer;
        return this;
    }

    /** Without it a failure goes to the uncaught handler. Never called for {@link ClientException.Cancelled}. */
    public BackgroundCall<T> onFailure(Consumer<ClientException> consumer) {
        onFailure = consumer;
        return this;
    }

    /** When the work ended with a fault of the program: nothing may wait for it forever. */
    public BackgroundCall<T> onFault(Runnable act) {
        onFault = act;
        return this;
    }

    /** Shows a spinner when it takes long. */
    public BackgroundCall<T> showing(Busy spinner) {
        busy = spinner;
        return this;
    }

    /** The newest call of {@code latest} alone is heard; the one before it is cancelled. */
    public BackgroundCall<T> within(Latest group) {
        latest = group;
        return this;
    }

    /** To be called on the FX thread. */
    public Tasks.Cancellation start() {
        Flight flight = new Flight(busy == null ? () -> {} : busy.begin(tasks));
        if (latest != null) {
            latest.take(flight);
        }
        Runnable call = () -> work(flight);
        flight.begin(isNative ? tasks.runNative(call) : tasks.run(call));
        return flight;
    }

    private void work(Flight flight) {
        Runnable landing = onFault;
        try {
            T result = work.get();
            landing = () -> onDone.accept(result);
        } catch (ClientException.Cancelled e) {
            flight.cancelled = true;
            landing = () -> {};
        } catch (ClientException e) {
            landing = () -> onFailure.accept(e);
        } finally {
            Runnable outcome = landing;
            tasks.onScreen(() -> flight.land(outcome));
        }
    }

    /** A call under way. */
    private static final class Flight implements Tasks.Cancellation {
        private final Tasks.Cancellation spinner;
        private volatile boolean cancelled;
        private boolean over;
        private Tasks.@Nullable Cancellation thread;

        Flight(Tasks.Cancellation spinner) {
            this.spinner = spinner;
        }

        void begin(Tasks.Cancellation running) {
            thread = running;
        }

        void land(Runnable outcome) {
            if (over) {
                return;
            }
            over = true;
            spinner.cancel();
            if (!cancelled) {
                outcome.run();
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (!over) {
                over = true;
                spinner.cancel();
                if (thread != null) {
                    thread.cancel();
                }
            }
        }
    }
}
