package eu.guichet.backend.schedule;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round after the other, on a thread of their own, until closed. A round that fails is followed by a pause, longer each
 * time, and by the next round: nothing but closing ends them.
 */
public final class PeriodicTask implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int LONGEST_REACHED_AFTER = 6;

    private final String name;
    private final Duration every;
    private final Round round;
    private final Semaphore nudges = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile State state = State.OFF;

    /** What is done in each. */
    @FunctionalInterface
    public interface Round {
        /** Answers whether there is more to do at once. */
        boolean go();

        /** Called once the last one is over. */
        default void end() {}
    }

    /** How they go. */
    public enum State {
        /** They were not started. */
        OFF,
        UP,
        /** The last round failed; the next one is due within half a minute. */
        FAILING
    }

    /** @param every how long to wait after a round when nobody asks for the next one before */
    public PeriodicTask(String name, Duration every, Round round) {
        this.name = name;
        this.every = every;
        this.round = round;
        // Not a virtual thread: a round must come about in time even where hashing keeps all of those busy.
        this.thread = Thread.ofPlatform()
                .daemon()
                .name(name)
                .uncaughtExceptionHandler((_, failure) -> LOG.error("{} has ended", name, failure))
                .unstarted(this::run);
    }

    public void start() {
        state = State.UP;
        thread.start();
    }

    public State state() {
        return state;
    }

    /** Asks for a round now; one that is to wait after a failure still waits. */
    public void nudge() {
        nudges.release();
    }

    private void run() {
        int failures = 0;
        try {
            while (closed.getCount() > 0) {
                FutureTask<Boolean> next = new FutureTask<>(round::go);
                next.run();
                try {
                    boolean more = next.get();
                    failures = 0;
                    state = State.UP;
                    if (!more) {
                        nudges.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
                        nudges.drainPermits();
                    }
                } catch (ExecutionException e) {
                    failures++;
                    state = State.FAILING;
                    tell(failures, Objects.requireNonNullElse(e.getCause(), e));
                    closed.await(pause(failures).toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first failure with its trace, those after it in a line. */
    private void tell(int failures, Throwable failure) {
        Duration pause = pause(failures);
        if (failures == 1) {
            LOG.warn("{} failed; once more in {} s", name, pause.toSeconds(), failure);
        } else {
            LOG.warn(
                    "{} failed {} times, with {}; once more in {} s",
                    name,
                    failures,
                    failure.getClass().getSimpleName(),
                    pause.toSeconds());
        }
    }

    /** How long to wait after so many failures in a row. */
    static Duration pause(int failures) {
        return failures >= LONGEST_REACHED_AFTER ? LONGEST_PAUSE : FIRST_PAUSE.multipliedBy(1L << (failures - 1));
    }

    /** Lets a round that has begun come to its end. */
    @Override
    public void close() {
        closed.countDown();
        nudge();
        try {
            thread.join();
            if (state != State.OFF) {
                round.end();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
