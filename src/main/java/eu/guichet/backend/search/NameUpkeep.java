package eu.guichet.backend.search;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioners;
import eu.guichet.backend.store.Pensioners.NamedPerson;
import eu.guichet.backend.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Reads into the index whoever the store has that it does not know yet. One thread does, whichever searches wait for it: they
 * hold no connection and no lock meanwhile.
 */
final class NameUpkeep {
    private static final int AT_ONCE = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Of whoever reads everybody in, before anybody searches. */
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    private final Database database;
    private final NameIndex names;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("names").factory());
    private volatile long seen;

    NameUpkeep(Database database, NameIndex names) {
        this.database = database;
        this.names = names;
    }

    /** Returns once everybody is known whom the store has now. */
    void awaitEverybody() {
        long now = database.read(tx -> tx.pensioners().stamp());
        if (now > seen) {
            int _ = await(reader.submit(() -> now > seen ? read(() -> true) : 0), PATIENCE);
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
        return read[0];
    }
}
