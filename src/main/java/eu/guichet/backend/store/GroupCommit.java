package eu.guichet.backend.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds what many threads have to add in few transactions: one thread takes all that waits, commits it at once, and lets those
 * go on that wait for it. What cannot be added in time is refused, not put off.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST_WAITING = 2000;
    private static final int MOST_TOGETHER = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<Consumer<Tx>> transaction;
    private final List<Consumer<Tx>> riders = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    /** Ends the thread once what came before it is written. */
    private final Entry last = new Entry(_ -> {});

    private final Thread writer;
    private volatile boolean open = true;

    /** @param transaction runs what it is handed in a write transaction */
    GroupCommit(Consumer<Consumer<Tx>> transaction) {
        this.transaction = transaction;
        // not a virtual thread: it has to get on where all carriers wait for it
        this.writer = Thread.ofPlatform()
                .daemon()
                .name("group-commit")
                .uncaughtExceptionHandler((_, failure) -> LOG.error("nothing more is added to the trail", failure))
                .start(this::run);
    }

    private record Entry(Consumer<Tx> work, CompletableFuture<Boolean> written) {
        Entry(Consumer<Tx> work) {
            this(work, new CompletableFuture<>());
        }
    }

    /** Asks this for what it has to add whenever anything is added. */
    void ride(Consumer<Tx> rider) {
        riders.add(rider);
    }

    /**
     * Returns once it is on disk.
     *
     * @throws StoreUnavailableException when it is not, or not in time
     */
    void append(Consumer<Tx> work) {
        Entry entry = new Entry(work);
        if (!open || !writer.isAlive() || !waiting.offer(entry)) {
            throw new StoreUnavailableException("no more can be recorded for now", null);
        }
        try {
            entry.written().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoreUnavailableException("it could not be recorded in time", e);
        } catch (ExecutionException e) {
            throw told(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted before it was recorded", e);
        }
    }

    /** As the writer met it, on the thread that waited; a mistake of ours is told as one. */
    private static RuntimeException told(Throwable failure) {
        return failure instanceof StoreUnavailableException || failure instanceof OutcomeUnknownException
                ? new StoreUnavailableException("it could not be recorded: " + failure.getMessage(), failure)
                : new IllegalStateException("it could not be recorded", failure);
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                List<Entry> together = new ArrayList<>();
                together.add(waiting.take());
                waiting.drainTo(together, MOST_TOGETHER - 1);
                more = !together.remove(last);
                write(together, riders);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong, it is told to those who wait for it, and the thread goes on. */
    private void write(List<Entry> together, List<Consumer<Tx>> along) throws InterruptedException {
        FutureTask<Boolean> all = new FutureTask<>(
                () -> transaction.accept(tx -> {
                    along.forEach(rider -> rider.accept(tx));
                    together.forEach(entry -> entry.work().accept(tx));
                }),
                true);
        all.run();
        try {
            boolean written = all.get();
            together.forEach(entry -> entry.written().complete(written));
        } catch (ExecutionException e) {
            Throwable failure = Objects.requireNonNullElse(e.getCause(), e);
            boolean away = failure instanceof StoreUnavailableException || failure instanceof OutcomeUnknownException;
            if (!away && !along.isEmpty()) {
                LOG.debug("what was taken along may be at fault: {}", failure.getMessage());
                write(together, List.of());
            } else if (away || together.size() == 1) {
                together.forEach(entry -> entry.written().completeExceptionally(failure));
            } else {
                // one of them is at fault: the others are not refused for it
                for (Entry entry : together) {
                    write(List.of(entry), List.of());
                }
            }
        }
    }

    /** Adds what waits, and nothing after it. */
    @Override
    public void close() {
        open = false;
        try {
            waiting.put(last);
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Entry> late = new ArrayList<>();
        waiting.drainTo(late);
        late.forEach(entry ->
                entry.written().completeExceptionally(new StoreUnavailableException("the store is closed", null)));
    }
}
