package eu.guichet.backend.schedule;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * Looks again and again for what is due, leases as much of it as there are free hands, and works on each on a thread of its own.
 * Where all hands were busy it looks again as soon as one is free.
 *
 * @param <L> the lease of one piece of work
 */
public final class LeasedWork<L> implements AutoCloseable {
    private final int most;
    private final Semaphore hands;
    private final ExecutorService workers;
    private final IntFunction<List<L>> due;
    private final BiFunction<L, Executor, CompletionStage<?>> work;
    private final BiConsumer<L, Throwable> failed;
    private final PeriodicTask looks;
    private volatile boolean open = true;

    /**
     * @param name of the task and of its threads
     * @param atLeastEvery how long it waits between two looks
     * @param most at once
     * @param due leases so many at most; asked with 0 too, when no hand is free
     * @param work works on one, on the threads it is given; what it ends with ends the work
     * @param failed is told what ended in a failure, whose lease runs out by itself; where the telling fails too, its hand is free
     *     all the same
     */
    public LeasedWork(
            String name,
            Duration atLeastEvery,
            int most,
            IntFunction<List<L>> due,
            BiFunction<L, Executor, CompletionStage<?>> work,
            BiConsumer<L, Throwable> failed) {
        this.most = most;
        this.hands = new Semaphore(most);
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        this.due = due;
        this.work = work;
        this.failed = failed;
        this.looks = new PeriodicTask(name, atLeastEvery, this::look);
    }

    public void start() {
        looks.start();
    }

    /** Something has become due: look now. */
    public void nudge() {
        looks.nudge();
    }

    public PeriodicTask.State state() {
        return looks.state();
    }

    /** Answers whether there may be more than was taken. */
    private boolean look() {
        int free = open ? hands.drainPermits() : 0;
        List<L> taken = List.of();
        try {
            taken = due.apply(free);
        } finally {
            hands.release(free - taken.size());
        }
        taken.forEach(this::submit);
        return free > 0 && taken.size() == free;
    }

    private void submit(L lease) {
        var _ = work.apply(lease, workers).whenComplete((_, failure) -> {
            try {
                if (failure != null) {
                    failed.accept(lease, failure);
                }
            } finally {
                boolean allWereBusy = hands.availablePermits() == 0;
                hands.release();
                if (allWereBusy) {
                    nudge();
                }
            }
        });
    }

    /** Waits for what is being worked on, and takes nothing any more. */
    @Override
    public void close() {
        open = false;
        hands.acquireUninterruptibly(most);
        looks.close();
        workers.close();
    }
}
