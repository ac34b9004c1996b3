package eu.guichet.backend.limits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.process.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HourlyLimitsTest {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final HourlyLimits limits = new HourlyLimits(
            Policy.standard()
                    .changedBy(Map.of("limits.searches", "3", "limits.files", "0"))
                    .limits(),
            () -> now);

    @Test
    void so_many_and_no_more_and_one_comes_back_after_its_part_of_the_hour() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.spend("a1", Limit.SEARCHES)).isNull();
        }
        HourlyLimits.Reached reached = Objects.requireNonNull(limits.spend("a1", Limit.SEARCHES));
        assertThat(reached.until()).isEqualTo(now.plus(Duration.ofMinutes(20)));
        now = reached.until();
        assertThat(limits.spend("a1", Limit.SEARCHES)).isNull();
        assertThat(limits.spend("a1", Limit.SEARCHES)).isNotNull();
    }

    @Test
    void one_agent_uses_up_nothing_of_another_and_one_limit_nothing_of_another() {
        for (int i = 0; i < 4; i++) {
            limits.spend("a1", Limit.SEARCHES);
        }
        assertThat(limits.spend("a2", Limit.SEARCHES)).isNull();
        assertThat(limits.spend("a1", Limit.LETTERS)).isNull();
    }

    @Test
    void nought_is_no_limit() {
        for (int i = 0; i < 1000; i++) {
            assertThat(limits.spend("a1", Limit.FILES)).isNull();
        }
    }

    @Test
    void a_program_that_goes_on_asking_is_told_of_once_a_minute() {
        for (int i = 0; i < 3; i++) {
            limits.spend("a1", Limit.SEARCHES);
        }
        assertThat(limits.spend("a1", Limit.SEARCHES)).matches(HourlyLimits.Reached::toBeTold);
        assertThat(limits.spend("a1", Limit.SEARCHES)).matches(reached -> !reached.toBeTold());
        now = now.plusSeconds(61);
        assertThat(limits.spend("a1", Limit.SEARCHES)).matches(HourlyLimits.Reached::toBeTold);
    }
}
