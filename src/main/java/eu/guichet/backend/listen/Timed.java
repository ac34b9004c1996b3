package eu.guichet.backend.listen;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An exchange with one caller: the phase it is in, and since when. */
abstract class Timed {
    private static final ThreadLocal<Timed> CURRENT = new ThreadLocal<>();

    private volatile Phase phase = Phase.FIRST;
    private volatile long since = System.nanoTime();

    enum Phase {
        FIRST,
        NEXT,
        REQUEST,
        /** It is our turn. */
        WORK,
        ANSWER
    }

    /** Of this thread, or null where none is timed. */
    static @Nullable Timed current() {
        return CURRENT.get();
    }

    /** Works on this one in this thread. */
    final void during(Runs work) throws InterruptedException {
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** What a thread does for one exchange. */
    interface Runs {
        void run() throws InterruptedException;
    }

    final Phase phase() {
        return phase;
    }

    /** @param from in nanoseconds of the machine's own clock */
    void enter(Phase next, long from) {
        since = from;
        phase = next;
    }

    /** Whether a request is being sent or answered. */
    final boolean isBusy() {
        Phase now = phase;
        return now != Phase.FIRST && now != Phase.NEXT;
    }

    final Duration idle() {
        return isBusy() ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Ends it where its caller has taken too long. */
    void sweep(Deadlines.Limits limits) {
        if (System.nanoTime() - since > nanos(limits)) {
            tookTooLong();
        }
    }

    private long nanos(Deadlines.Limits limits) {
        return switch (phase) {
            case FIRST -> limits.first().toNanos();
            case NEXT -> limits.next().toNanos();
            case REQUEST -> limits.request().toNanos();
            // our own has its limits elsewhere
            case WORK -> Long.MAX_VALUE;
            case ANSWER -> limits.answer().toNanos();
        };
    }

    /** Its caller has taken too long. May be called again, from the thread that looks after all of them: it must not wait. */
    abstract void tookTooLong();

    /** No more requests are taken: whoever sends several at a time on one connection is told. It must not wait. */
    void leave() {}
}
