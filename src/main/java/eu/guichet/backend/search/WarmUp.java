package eu.guichet.backend.search;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads everybody's name in the background, and searches for some of them, so that the first search of the morning waits for
 * nothing.
 */
public final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** Once a process is enough. */
    private static final AtomicBoolean PRACTISED = new AtomicBoolean();

    private static final int PRACTICE = 500;
    /** Whoever waits until the server is ready need not wait for all of it on a slow machine. */
    private static final Duration LONGEST_PRACTICE = Duration.ofSeconds(15);

    private final PeopleSearch search;
    private final @Nullable Consumer<Pensioner> practice;
    private final Thread reader;
    private volatile boolean wanted = true;
    private volatile boolean ended;

    private WarmUp(PeopleSearch search, @Nullable Consumer<Pensioner> practice) {
        this.search = search;
        this.practice = practice;
        this.reader = Thread.ofPlatform()
                .daemon()
                .name("names")
                .uncaughtExceptionHandler(
                        (_, failure) -> LOG.error("the names could not be read in ahead of the first search", failure))
                .unstarted(this::read);
    }

    /**
     * Begins at once.
     *
     * @param practice a search for this person; null where nothing is to be practised
     */
    public static WarmUp of(PeopleSearch search, @Nullable Consumer<Pensioner> practice) {
        WarmUp warmUp = new WarmUp(search, practice);
        warmUp.reader.start();
        return warmUp;
    }

    private void read() {
        long begun = System.nanoTime();
        try {
            int people = search.warmUp(() -> wanted);
            if (practice != null && !PRACTISED.getAndSet(true)) {
                practise(practice);
            }
            if (wanted) {
                search.examine();
            }
            LOG.info(
                    "{} people can be searched for, after {} ms",
                    people,
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } catch (StoreUnavailableException e) {
            LOG.warn("the names are left to the first search: {}", e.getMessage());
        } catch (CancellationException e) {
            LOG.debug("the names were not read to their end: {}", e.getMessage());
        } finally {
            ended = true;
        }
    }

    private void practise(Consumer<Pensioner> each) {
        long end = System.nanoTime() + LONGEST_PRACTICE.toNanos();
        for (Pensioner person : search.some(PRACTICE)) {
            if (!wanted || System.nanoTime() > end) {
                return;
            }
            each.accept(person);
        }
    }

    /** Whether it is over: the first search waits for nothing then, or reads what could not be read. */
    public boolean ended() {
        return ended;
    }

    /** Waits until it no longer uses the store. */
    @Override
    public void close() {
        wanted = false;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
