package eu.guichet.backend.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeasedWorkTest {
    private static final int MORE_THAN_HANDS = 7;
    private static final int HANDS = 2;

    @Test
    void what_fails_gives_its_hand_back_although_telling_of_it_fails_too() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(MORE_THAN_HANDS);
        CountDownLatch told = new CountDownLatch(MORE_THAN_HANDS);
        try (LeasedWork<String> work = new LeasedWork<>(
                "failing",
                Duration.ofMillis(20),
                HANDS,
                free -> taken(left, free),
                (_, _) -> CompletableFuture.failedFuture(new IllegalStateException("the printer is gone")),
                (_, _) -> {
                    told.countDown();
                    throw new IllegalStateException("the store is gone too");
                })) {
            work.start();
            assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(left.get()).isZero();
    }

    private static List<String> taken(AtomicInteger left, int free) {
        int before = left.getAndUpdate(number -> number - Math.min(number, free));
        return Collections.nCopies(Math.min(before, free), "one");
    }
}
