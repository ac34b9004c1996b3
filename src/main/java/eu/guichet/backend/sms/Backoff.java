package eu.guichet.backend.sms;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a gateway is called again: twice as long after each failure, and spread by half of it to both sides
 * so that several servers do not call together.
 */
record Backoff(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 16;

    /** @param failures in a row, from 1 */
    Duration pause(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        long millis = Math.min(pause.toMillis(), longest.toMillis());
        return Duration.ofMillis(millis / 2 + random.nextLong(millis + 1));
    }
}
