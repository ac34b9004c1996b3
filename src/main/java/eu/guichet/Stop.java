package eu.guichet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When the program is told to end in the middle of its work, by SIGTERM or Ctrl+C, the virtual machine waits until the work has come to
 * a point at which it can be left.
 */
final class Stop implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean begun;
    private volatile boolean wanted;

    Stop() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::await, "stop"));
    }

    /** From now on there is something to wait for. */
    void begin() {
        begun = true;
    }

    /** Whether the program was told to end. */
    boolean wanted() {
        return wanted;
    }

    private void await() {
        wanted = true;
        try {
            boolean _ = !begun || ended.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** There is nothing to wait for any more. */
    @Override
    public void close() {
        ended.countDown();
    }
}
