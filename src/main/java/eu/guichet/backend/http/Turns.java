package eu.guichet.backend.http;

import eu.guichet.contract.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * So many calls of a kind are worked on at the same time. Whoever comes meanwhile waits for a turn, but not for long: an answer
 * that says to ask again is of more use than one that comes when nobody waits for it any more.
 */
final class Turns {
    private static final String SECONDS_TO_WAIT = "1";

    private final Semaphore free;
    private final Duration patience;

    /** @param patience how long somebody waits for a turn */
    Turns(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** @throws ProblemException 503, where no turn came in time; nothing was done */
    <T> T taken(Supplier<T> work) {
        if (!free(patience)) {
            throw ProblemException.of(ProblemType.UNAVAILABLE).with("Retry-After", SECONDS_TO_WAIT);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean free(Duration within) {
        try {
            return free.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
