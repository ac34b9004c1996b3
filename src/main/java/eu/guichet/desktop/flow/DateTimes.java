package eu.guichet.desktop.flow;

import eu.guichet.text.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people in the office write them, in the agent's language and the office's zone. */
public final class DateTimes {
    private static final DateTimeFormatter NARROW = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Dates dates;
    private final ZoneId zone;

    public DateTimes(Locale locale, ZoneId zone) {
        this.dates = Dates.in(locale);
        this.zone = zone;
    }

    public String time(Instant at) {
        return dates.time(at.atZone(zone).toLocalTime());
    }

    /** {@code 12 nov.}, with the year when it is not the current one. */
    public String day(Instant at, Instant now) {
        return day(date(at), now);
    }

    public String day(LocalDate date, Instant now) {
        return dates.shortDay(date, date(now));
    }

    /** {@code 12 nov.}, or {@code 12/11/2025} when it is not of this year: for a narrow column. */
    public String shortDay(Instant at, Instant now) {
        LocalDate date = date(at);
        boolean thisYear = date.getYear() == date(now).getYear();
        return thisYear ? day(date, now) : NARROW.format(date);
    }

    /** {@code 3 mai 1944}. */
    public String fullDay(LocalDate date) {
        return dates.dayAndYear(date);
    }

    /** {@code 12 nov., 09:12}, or {@code 12/11/2025} when it is not of this year: for a narrow column. */
    public String shortMoment(Instant at, Instant now) {
        return date(at).getYear() == date(now).getYear() ? moment(at, now) : NARROW.format(date(at));
    }

    public boolean isToday(Instant at, Instant now) {
        return date(at).equals(date(now));
    }

    /** {@code 09:12} today, {@code 12 nov., 09:12} on another day. */
    public String moment(Instant at, Instant now) {
        return isToday(at, now) ? time(at) : day(at, now) + ", " + time(at);
    }

    /** For the middle of a sentence: {@code à 09:12}, {@code le 12 novembre à 09:12} on another day. */
    public String at(Instant at, Instant now) {
        return dates.at(at.atZone(zone), date(now));
    }

    public String full(Instant at) {
        return dates.full(at.atZone(zone));
    }

    public LocalDate today(Instant now) {
        return date(now);
    }

    private LocalDate date(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
