package eu.guichet.backend.search;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioners;
import eu.guichet.backend.store.Pensioners.NamedPerson;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.backend.store.Tx;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads into the index whoever the store has that it does not know yet. One thread does, whichever searches wait for it: they
 * hold no connection and no lock meanwhile. Searches wait for a few changes; the many of an import are read in rounds.
 */
final class NameUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NameUpkeep.class);

    private static final int AT_ONCE = 250;
    /** How often it looks by itself. To show what was put costs more than to put it: an import is shown in large parts. */
    private static final long FOLLOW_MILLIS = 500;
    /** The pause after a round is so many times as long as the round: agents search meanwhile. */
    private static final int PAUSE = 30;

    private static final long LONGEST_PAUSE_MILLIS = 2_500;

    /** For so many changes and fewer a search waits, unless more have come lately: then an import is under way. */
    private static final int FEW = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Of whoever reads everybody in, before anybody searches. */
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    private final Database database;
    private final NameIndex names;
    private final NameLabel label;
    private final ScheduledThreadPoolExecutor reader = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("names").factory());
    private volatile boolean closing;
    private volatile long seen;
    /** Of the reader's thread alone. */
    private final Arrivals arrivals = new Arrivals(System::nanoTime);
    /** Lately more than a few came in. */
    private volatile boolean many;
    /** Whether it looks by itself; of the reader's thread alone. */
    private boolean following;

    NameUpkeep(Database database, NameIndex names, InstantSource clock) {
        this.database = database;
        this.names = names;
        this.label = new NameLabel(database, clock);
        this.seen = label.stamp(names);
        reader.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Reads nobody any more, keeps what was read, and waits until it no longer uses the store. */
    @Override
    public void close() {
        // not interrupted: that would close the files under the index
        closing = true;
        reader.shutdown();
        try {
            if (reader.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                keep(Duration.ZERO);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException | AlreadyClosedException e) {
            LOG.warn("the names were not kept on disk: {}", e.getMessage());
        }
    }

    /** Whether a search need not wait: by this transaction everybody is known, or many are just coming in. */
    boolean knowsEnough(Tx tx) {
        long known = seen;
        if (tx.pensioners().stamp() <= known) {
            return true;
        }
        return known > 0 && (many || tx.pensioners().changedAfter(known, FEW + 1) > FEW);
    }

    /** Returns once everybody is known whom the store has now. */
    void awaitEverybody() {
        long now = database.read(tx -> tx.pensioners().stamp());
        if (now > seen) {
            int _ = await(reader.submit(() -> now > seen ? readAndFollow() : 0), PATIENCE);
        }
    }

    private int readAndFollow() {
        int read = read(() -> true);
        if (!following) {
            following = true;
            followLater(FOLLOW_MILLIS);
        }
        return read;
    }

    private void followLater(long millis) {
        var _ = reader.schedule(this::follow, millis, TimeUnit.MILLISECONDS);
    }

    private void follow() {
        long begun = System.nanoTime();
        try {
            int _ = read(() -> true);
            keep(NameLabel.EVERY);
        } catch (StoreUnavailableException e) {
            LOG.debug("the names are left to the next round: {}", e.getMessage());
        } catch (UncheckedIOException | AlreadyClosedException e) {
            LOG.warn("the index of names is made anew: {}", e.getMessage());
            forget();
        } finally {
            if (!reader.isShutdown()) {
                long taken = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                followLater(many ? Math.clamp(PAUSE * taken, FOLLOW_MILLIS, LONGEST_PAUSE_MILLIS) : FOLLOW_MILLIS);
            }
        }
    }

    /** Everybody is read anew. */
    private void forget() {
        seen = 0;
        many = false;
        names.clear();
        label.forget();
    }

    private void keep(Duration every) {
        try {
            label.keep(names, seen, every);
        } catch (StoreUnavailableException e) {
            LOG.warn("the names were not kept on disk: {}", e.getMessage());
        }
    }

    /** Looks through what lies on disk; where it is damaged, everybody is read anew. */
    void examine() {
        if (label.fromDisk() && !names.sound()) {
            int _ = await(
                    reader.submit(() -> {
                        forget();
                        return read(() -> true);
                    }),
                    UNBOUNDED);
        }
    }

    /**
     * @param wanted asked between two people; once it is false the rest is left to the next search
     * @return how many people were read
     */
    int read(BooleanSupplier wanted) {
        if (database.read(tx -> tx.pensioners().stamp()) <= seen) {
            many = arrivals.add(0) > FEW;
            return 0;
        }
        boolean everybody = seen == 0;
        int read = database.read(tx -> {
            long now = tx.pensioners().stamp();
            int people = readIn(tx.pensioners(), seen, wanted);
            seen = now;
            return people;
        });
        // whoever was on file before anybody looked has not come in lately
        many = arrivals.add(everybody ? 0 : read) > FEW;
        return read;
    }

    /** As {@link #read}, on the thread that does; from then on it looks by itself. */
    int readApart(BooleanSupplier wanted) {
        return await(
                reader.submit(() -> {
                    int read = read(wanted);
                    int _ = readAndFollow();
                    keep(Duration.ZERO);
                    return read;
                }),
                UNBOUNDED);
    }

    private static int await(Future<Integer> read, Duration patience) {
        try {
            return read.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoreUnavailableException("the names are still being read", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StoreUnavailableException away ->
                    throw new StoreUnavailableException(String.valueOf(away.getMessage()), e);
                case CancellationException given -> throw given;
                case null, default -> throw new IllegalStateException("the names could not be read", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted before the names were read", e);
        }
    }

    private int readIn(Pensioners pensioners, long after, BooleanSupplier wanted) {
        List<NamedPerson> some = new ArrayList<>(AT_ONCE);
        int[] read = {0};
        pensioners.changedAfter(after, person -> {
            if (closing || !wanted.getAsBoolean()) {
                throw new CancellationException("nobody will search any more");
            }
            some.add(person);
            read[0]++;
            if (some.size() == AT_ONCE) {
                names.put(some);
                some.clear();
            }
        });
        names.put(some);
        names.show();
        return read[0];
    }
}
