package eu.guichet.backend.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
    @Test
    void the_pause_after_a_failure_grows_to_half_a_minute() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(PeriodicTask::pause))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
        assertThat(PeriodicTask.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void rounds_go_on_whatever_one_of_them_meets() throws InterruptedException {
        AtomicInteger gone = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(2);
        try (PeriodicTask rounds = new PeriodicTask("test", Duration.ofMinutes(1), () -> {
            second.countDown();
            if (gone.incrementAndGet() == 1) {
                throw new AssertionError("not even an exception");
            }
            return false;
        })) {
            assertThat(rounds.state()).isEqualTo(PeriodicTask.State.OFF);
            rounds.start();
            assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(gone).hasValue(2);
    }

    @Test
    void a_pause_ends_when_nobody_wants_another_round() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(3);
        PeriodicTask rounds = new PeriodicTask("test", Duration.ofMinutes(1), () -> {
            failed.countDown();
            throw new IllegalStateException("away");
        });
        rounds.start();
        assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
        long begun = System.nanoTime();
        rounds.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }
}
