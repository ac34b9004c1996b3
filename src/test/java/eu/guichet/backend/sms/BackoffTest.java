package eu.guichet.backend.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random(7));

    @Test
    void each_failure_doubles_the_pause_up_to_the_longest() {
        long[] middles = {1, 2, 4, 8, 16, 32, 60, 60, 60};
        for (int failures = 1; failures <= middles.length; failures++) {
            Duration middle = Duration.ofSeconds(middles[failures - 1]);
            assertThat(backoff.pause(failures))
                    .isBetween(middle.dividedBy(2), middle.multipliedBy(3).dividedBy(2));
        }
        assertThat(backoff.pause(1_000_000)).isLessThanOrEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void no_two_servers_call_at_the_same_moment() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(_ -> backoff.pause(7))
                        .distinct()
                        .count())
                .isGreaterThan(15);
    }
}
