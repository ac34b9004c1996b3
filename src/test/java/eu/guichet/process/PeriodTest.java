package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Property
    void it_ends_on_the_day_of_the_same_number_or_the_months_last(
            @ForAll @IntRange(max = 20_000) int day, @ForAll @IntRange(min = 1, max = 24) int months) {
        LocalDate event = LocalDate.of(2000, 1, 1).plusDays(day);
        YearMonth month = YearMonth.from(event).plusMonths(months);
        LocalDate last = Period.ofMonths(event, months).last();
        assertThat(YearMonth.from(last)).isEqualTo(month);
        assertThat(last.getDayOfMonth()).isEqualTo(Math.min(event.getDayOfMonth(), month.lengthOfMonth()));
    }

    @Property
    void the_whole_of_its_last_day_belongs_to_it_and_the_next_does_not(@ForAll @IntRange(max = 20_000) int day) {
        LocalDate event = LocalDate.of(2000, 1, 1).plusDays(day);
        Period period = Period.ofMonths(event, 6);
        Instant end = period.end(BRUSSELS);
        assertThat(end.minusNanos(1).atZone(BRUSSELS).toLocalDate()).isEqualTo(period.last());
        assertThat(end.atZone(BRUSSELS).toLocalDate()).isEqualTo(period.last().plusDays(1));
    }

    @Test
    void six_months_from_the_end_of_August_end_on_the_last_of_February() {
        assertThat(Period.ofMonths(LocalDate.of(2026, 8, 31), 6).last()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void in_a_leap_year_that_is_the_29th() {
        assertThat(Period.ofMonths(LocalDate.of(2027, 8, 31), 6).last()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Period.ofMonths(LocalDate.of(2028, 2, 29), 6).last()).isEqualTo(LocalDate.of(2028, 8, 29));
    }

    @Test
    void it_ends_with_the_last_hour_in_summer_and_in_winter() {
        assertThat(Period.ofMonths(LocalDate.of(2026, 1, 15), 6).end(BRUSSELS))
                .isEqualTo(Instant.parse("2026-07-15T22:00:00Z"));
        assertThat(Period.ofMonths(LocalDate.of(2026, 7, 15), 6).end(BRUSSELS))
                .isEqualTo(Instant.parse("2027-01-15T23:00:00Z"));
    }
}
