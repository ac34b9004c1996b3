package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Arrivals arrivals = new Arrivals(nanos::get);

    private long after(Duration pause, int people) {
        nanos.addAndGet(pause.toNanos());
        return arrivals.add(people);
    }

    @Test
    void many_who_come_a_few_at_a_time_are_many() {
        long lately = 0;
        for (int looks = 0; looks < 200; looks++) {
            lately = after(Duration.ofMillis(50), 20);
        }
        assertThat(lately).as("400 a second, of two to four seconds").isBetween(800L, 1_600L);
    }

    @Test
    void they_are_forgotten_once_nobody_comes_any_more() {
        assertThat(after(Duration.ZERO, 1_000)).isEqualTo(1_000);
        assertThat(after(Arrivals.SPAN, 1)).isEqualTo(1_001);
        assertThat(after(Arrivals.SPAN, 0)).isEqualTo(1);
        assertThat(after(Arrivals.SPAN.multipliedBy(2), 0)).isZero();
    }

    @Test
    void what_came_before_a_long_pause_is_not_counted() {
        after(Duration.ZERO, 1_000);
        assertThat(after(Duration.ofHours(1), 2)).isEqualTo(2);
    }
}
