package eu.guichet.backend.search;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioners;
import eu.guichet.backend.store.Pensioners.NamedPerson;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.backend.store.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Reads into the index whoever the store has that it does not know yet. One thread does, whichever searches wait for it: they
 * hold no connection and no lock meanwhile.
 */
final class NameUpkeep implements AutoCloseable {
    private static final int AT_ONCE = 250;
    /** How often it looks by itself while people come in, and how often in vain before it stops. */
    private static final long FOLLOW_MILLIS = 100;

    private static final int QUIET_ROUNDS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Of whoever reads everybody in, before anybody searches. */
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    private final Database database;
    private final NameIndex names;
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("names").factory());
    private volatile long seen;
    /** In how many rounds on end nobody new was found; of the reader's thread alone. */
    private int quiet = QUIET_ROUNDS;

    NameUpkeep(Database database, NameIndex names) {
        this.database = database;
        this.names = names;
    }

    /** Reads nobody any more, and waits until it no longer uses the store. */
    @Override
    public void close() {
        reader.shutdownNow();
        try {
            boolean _ = reader.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether everybody is known whom the store has, by this transaction. */
    boolean knowsEverybody(Tx tx) {
        return tx.pensioners().stamp() <= seen;
    }

    /** Returns once everybody is known whom the store has now. */
    void awaitEverybody() {
        long now = database.read(tx -> tx.pensioners().stamp());
        if (now > seen) {
            int _ = await(reader.submit(() -> now > seen ? readAndFollow() : 0), PATIENCE);
        }
    }

    /** Where people come in, more will: those who search from now on are to find them read. */
    private int readAndFollow() {
        int read = read(() -> true);
        if (read > 0 && quiet == QUIET_ROUNDS) {
            quiet = 0;
            followLater();
        }
        return read;
    }

    private void followLater() {
        var _ = reader.schedule(this::follow, FOLLOW_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void follow() {
        boolean more = false;
        try {
            quiet = read(() -> true) > 0 ? 0 : quiet + 1;
            more = quiet < QUIET_ROUNDS;
        } finally {
            if (more) {
                followLater();
            } else {
                quiet = QUIET_ROUNDS; // or the store is away: the next search begins it anew
            }
        }
    }

    /**
     * @param wanted asked between two people; once it is false the rest is left to the next search
     * @return how many people were read
     */
    int read(BooleanSupplier wanted) {
        return database.read(tx -> {
            long now = tx.pensioners().stamp();
            int read = readIn(tx.pensioners(), seen, wanted);
            seen = now;
            return read;
        });
    }

    /** As {@link #read}, on the thread that does. */
    int readApart(BooleanSupplier wanted) {
        return await(reader.submit(() -> read(wanted)), UNBOUNDED);
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
            if (!wanted.getAsBoolean()) {
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
