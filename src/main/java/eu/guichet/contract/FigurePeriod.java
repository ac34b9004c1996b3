package eu.guichet.contract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Over how many days figures are, and by what they are laid side by side. */
public enum FigurePeriod {
    DAY,
    WEEK,
    MONTH;

    /** As it travels. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for none that is known here. */
    public static Optional<FigurePeriod> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** The first day of the period in which this day lies; a week begins on Monday. */
    public LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** Its last day. */
    public LocalDate last(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> first(day).plusDays(6);
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** A day of the period so many later; earlier where negative. */
    public LocalDate moved(LocalDate day, int by) {
        return switch (this) {
            case DAY -> day.plusDays(by);
            case WEEK -> day.plusWeeks(by);
            case MONTH -> day.plusMonths(by);
        };
    }
}
