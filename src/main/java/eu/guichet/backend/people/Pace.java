package eu.guichet.backend.people;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How many rows go into the next transaction, and how long the rest after it is. A transaction is to be so short that whoever waits
 * for it, to write an audit row for one, hardly notices; and the processors and the disk are somebody else's for most of the time.
 */
final class Pace {
    /** Between two rests, of what needs no store. */
    private static final Duration READING = Duration.ofMillis(10);
    /** A file of so few is one transaction. Code that runs for the first time is slow, and the first transactions run it. */
    private static final int FEWEST = 10;

    private static final int MOST = 250;
    /** The rest is so many times as long as the work: agents come first. */
    private static final int REST = 2;

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final Duration aim;
    private int rows = FEWEST;
    /** When the work began that no rest has followed yet, by the clock of the machine. */
    private long begun = System.nanoTime();

    /** @param aim so long one transaction is to take */
    Pace(Duration aim) {
        this.aim = aim;
    }

    /** Of what needs no store. */
    static Pace ofReading() {
        return new Pace(READING);
    }

    /** For the next transaction; at most 250. */
    int rows() {
        return rows;
    }

    /**
     * Returns once others have had their time.
     *
     * @param done in the transaction that has just ended
     * @param taken by it, in nanoseconds, with the time for which it had to wait for others
     */
    void rest(int done, long taken) {
        long fitting = done * aim.toNanos() / Math.max(1, taken);
        rows = (int) Math.clamp(fitting, FEWEST, Math.min(MOST, 2L * rows));
        pause(taken);
    }

    /** To be called after each row that was read: rests where that has gone on for as long as it may. */
    void read() {
        long taken = System.nanoTime() - begun;
        if (taken > aim.toNanos()) {
            pause(taken);
            begun = System.nanoTime();
        }
    }

    private static void pause(long taken) {
        LockSupport.parkNanos(Math.min(REST * taken, LONGEST_REST.toNanos()));
    }
}
