package eu.guichet.desktop.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Over how many days the figures are. */
enum Period {
    DAY,
    WEEK,
    MONTH;

    /** The first day of the period in which this day lies; a week begins on Monday. */
    LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** Its last day. */
    LocalDate last(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> first(day).plusDays(6);
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** A day of the period so many later; earlier where negative. */
    LocalDate moved(LocalDate day, int by) {
        return switch (this) {
            case DAY -> day.plusDays(by);
            case WEEK -> day.plusWeeks(by);
            case MONTH -> day.plusMonths(by);
        };
    }
}
