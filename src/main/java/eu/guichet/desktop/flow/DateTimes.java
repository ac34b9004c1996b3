package eu.guichet.desktop.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates and times as people in the office write them, in the agent's language and the office's zone. */
public final class DateTimes {
    private final Locale locale;
    private final ZoneId zone;

    public DateTimes(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
    }

    /** {@code 12 mars}, with the year when it is not the current one. */
    public String day(Instant at, Instant now) {
        return day(at.atZone(zone).toLocalDate(), now);
    }

    public String day(LocalDate date, Instant now) {
        boolean thisYear = date.getYear() == now.atZone(zone).getYear();
        return DateTimeFormatter.ofPattern(thisYear ? "d MMM" : "d MMM yyyy", locale)
                .format(date);
    }

    /** {@code 12 mars}, or {@code 12/03/2025} when it is not of this year: for a narrow column. */
    public String shortDay(Instant at, Instant now) {
        LocalDate date = at.atZone(zone).toLocalDate();
        boolean thisYear = date.getYear() == now.atZone(zone).getYear();
        return thisYear
                ? day(date, now)
                : DateTimeFormatter.ofPattern("dd/MM/yyyy", locale).format(date);
    }

    /** {@code 3 mai 1944}. */
    public String fullDay(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(locale)
                .format(date);
    }

    public boolean isToday(Instant at, Instant now) {
        return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    }

    /** {@code 09:12} today, {@code 12 mars, 09:12} on another day. */
    public String moment(Instant at, Instant now) {
        return isToday(at, now) ? time(at) : day(at, now) + ", " + time(at);
    }

    public String full(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.FULL, null)
                .appendLiteral(", ")
                .appendPattern("HH:mm")
                .toFormatter(locale)
                .format(local);
    }
}
