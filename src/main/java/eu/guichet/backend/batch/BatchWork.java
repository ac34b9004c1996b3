package eu.guichet.backend.batch;

import eu.guichet.backend.desk.BatchLetters;
import eu.guichet.backend.schedule.LeasedWork;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.BatchItem;
import eu.guichet.backend.store.BatchLease;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OutcomeUnknownException;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.contract.LeftOutReason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates the letters of the batches that were started, on any number of nodes. Each batch is leased and its letters are done
 * one after the other; a node that ends is followed by another once its lease has run out.
 */
public final class BatchWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1);
    /** As many offices at once. */
    private static final int HANDS = 3;

    private final Database database;
    private final BatchLetters letters;
    private final Duration lease;
    private final InstantSource clock;
    /** What each batch is at, by the lease's token. */
    private final Map<String, BatchItem> at = new ConcurrentHashMap<>();

    private final LeasedWork<BatchLease> looks = new LeasedWork<>(
            "batches",
            LOOK_AT_LEAST_EVERY,
            HANDS,
            this::due,
            (lease, workers) -> CompletableFuture.runAsync(() -> goOn(lease), workers),
            this::failed);
    private volatile boolean open = true;

    /** @param lease for how long a node that says nothing keeps its batch */
    public BatchWork(Database database, BatchLetters letters, Duration lease, InstantSource clock) {
        this.database = database;
        this.letters = letters;
        this.lease = lease;
        this.clock = clock;
    }

    public void start() {
        looks.start();
    }

    /** A batch was started: look now. */
    public void nudge() {
        looks.nudge();
    }

    public PeriodicTask.State state() {
        return looks.state();
    }

    private List<BatchLease> due(int free) {
        return free == 0 ? List.of() : database.writeBeside(tx -> tx.batches().lease(clock.instant(), lease, free));
    }

    private void goOn(BatchLease held) {
        letters.goesOn(held);
        Instant renewed = clock.instant();
        while (open) {
            if (renewed.plus(lease.dividedBy(3)).isBefore(clock.instant())) {
                if (!database.writeBeside(tx -> tx.batches().hold(held, clock.instant(), lease))) {
                    return;
                }
                renewed = clock.instant();
            }
            Optional<BatchItem> next = letters.next(held);
            if (next.isEmpty()) {
                letters.giveBack(held, true);
                return;
            }
            at.put(held.token(), next.get());
            letters.make(held, next.get());
            at.remove(held.token());
        }
        letters.giveBack(held, false);
    }

    /** What fails for a reason of its own is left out, so that it does not keep the others; a store that is away is waited for. */
    private void failed(BatchLease held, Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        BatchItem item = at.remove(held.token());
        boolean passes = cause instanceof StoreUnavailableException || cause instanceof OutcomeUnknownException;
        if (item == null || passes) {
            LOG.warn("batch {} waits until its lease has run out", held.batch().id(), cause);
            return;
        }
        LOG.error(
                "letter {} of batch {} could not be made",
                item.position(),
                held.batch().id(),
                cause);
        letters.leaveOut(held, item, LeftOutReason.FAILED);
        letters.giveBack(held, false);
    }

    /** Ends between two letters, and lets another node go on at once. */
    @Override
    public void close() {
        open = false;
        looks.close();
    }
}
