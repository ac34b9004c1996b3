package eu.guichet.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that double from the first to the longest, each shortened by chance to no less than half, so that clients that
 * lost the same backend do not come back together.
 */
record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    /** @param failures how many tries failed so far, at least 1 */
    Duration pause(int failures) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        long whole = Math.min(first.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
    }
}
