package eu.guichet.backend.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How many people have come in lately: whether an import is under way, however few of them each look finds. Used by one thread. */
final class Arrivals {
    /** What came before the latest two of these is forgotten. */
    static final Duration SPAN = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private long begun;
    private long before;
    private long lately;

    /** @param nanos the clock of the machine, such as {@link System#nanoTime} */
    Arrivals(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    /** @return how many have come, these among them, since two to four seconds ago */
    long add(int people) {
        long now = nanos.getAsLong();
        long since = now - begun;
        if (since >= SPAN.toNanos()) {
            before = since < 2 * SPAN.toNanos() ? lately : 0;
            lately = 0;
            begun = now;
        }
        lately += people;
        return before + lately;
    }
}
