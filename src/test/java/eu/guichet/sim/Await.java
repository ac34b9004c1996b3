package eu.guichet.sim;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other programs do. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    public static void until(String what, BooleanSupplier holds) {
        long begun = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                fail("waited in vain for " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
