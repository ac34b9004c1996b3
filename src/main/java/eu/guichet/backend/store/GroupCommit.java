package eu.guichet.backend.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final List<Consumer<Tx>> riders = new CopyOnWriteArrayList<>();
    private final Function<Consumer<Tx>, Consumer<@Nullable Object>> transaction;
    private final Supplier<@Nullable Object> flush;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    /** Ends the thread once what came before it is written. */
    private final Entry last = new Entry(null);

    private final Thread writer;
    private volatile boolean open = true;
    /** By the clock of the machine, when what was added last and successfully was begun. */
    private volatile long added = System.nanoTime() - LONG_AGO.toNanos();

    /**
     * @param transaction runs what it is handed in a write transaction, commits it, and answers what is to be handed what the flush
     *     after it has answered
     * @param flush brings everything to disk that was committed before, and answers over which connection
     */
    GroupCommit(Function<Consumer<Tx>, Consumer<@Nullable Object>> transaction, Supplier<@Nullable Object> flush) {
        this.transaction = transaction;
        this.flush = flush;
        // not a virtual thread: it has to get on where all carriers wait for it
        this.writer = Thread.ofPlatform()
                .daemon()
                .name("group-commit")
                .uncaughtExceptionHandler((_, failure) -> LOG.error("nothing more is added to the trail", failure))
                .start(this::run);
    }

    /** @param work null for what is committed already, and waits for the disk alone */
    private record Entry(@Nullable Consumer<Tx> work, CompletableFuture<Optional<Object>> written) {
        Entry(@Nullable Consumer<Tx> work) {
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
        var _ = await(new Entry(work));
    }

    /** Whether something that was begun so recently is on disk. */
    boolean hasAddedWithin(Duration time) {
        return System.nanoTime() - added < time.toNanos();
    }

    /**
     * Returns once what the caller has committed is on disk, if the connection was there before the commit.
     *
     * @return that connection
     * @throws StoreUnavailableException when nobody can say so, or not in time
     */
    @Nullable
    Object flush() {
        return await(new Entry(null)).orElse(null);
    }

    private Optional<Object> await(Entry entry) {
        if (!open || !writer.isAlive() || !waiting.offer(entry)) {
            throw new StoreUnavailableException("no more can be recorded for now", null);
        }
        try {
            return entry.written().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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

    /** Those who ride go along with what is added, and at the end; not with what only waits for the disk. */
    private Optional<Object> writeAndFlush(List<Entry> together, List<Consumer<Tx>> along) {
        List<Consumer<Tx>> works = together.stream()
                .flatMap(entry -> Stream.ofNullable(entry.work()))
                .toList();
        long begun = System.nanoTime();
        Consumer<@Nullable Object> then = works.isEmpty() && !together.isEmpty()
                ? _ -> {}
                : transaction.apply(tx -> {
                    along.forEach(rider -> rider.accept(tx));
                    works.forEach(work -> work.accept(tx));
                });
        Object flushed = flush.get();
        then.accept(flushed);
        if (!works.isEmpty()) {
            added = begun;
        }
        return Optional.ofNullable(flushed);
    }

    /** Whatever goes wrong, it is told to those who wait for it, and the thread goes on. */
    private void write(List<Entry> together, List<Consumer<Tx>> along) throws InterruptedException {
        FutureTask<Optional<Object>> all = new FutureTask<>(() -> writeAndFlush(together, along));
        all.run();
        try {
            Optional<Object> written = all.get();
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
