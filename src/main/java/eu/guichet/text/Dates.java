package eu.guichet.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Days and times as people write and say them, the same on the screen, in what is said and in what is sent: {@code 1er
 * mai 2027}, {@code 09:05}.
 */
public final class Dates {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final TextBundle texts;

    private Dates(TextBundle texts) {
        this.texts = texts;
    }

    /** @param language one of {@link Languages#PENSIONER}, with or without a region */
    public static Dates in(Locale language) {
        return new Dates(TextBundle.of("eu.guichet.text.dates", language));
    }

    /** {@code 09:05}. */
    public String time(LocalTime time) {
        return TIME.format(time);
    }

    /** {@code 1er mai 2027}. */
    public String dayAndYear(LocalDate day) {
        return written(day, number("number", day), TextStyle.FULL, true);
    }

    /** {@code 1er mai}, with its year where it is not this one. */
    public String day(LocalDate day, LocalDate today) {
        return written(day, number("number", day), TextStyle.FULL, anotherYear(day, today));
    }

    /** {@code 1er nov.}, with its year where it is not this one: for a narrow column. */
    public String shortDay(LocalDate day, LocalDate today) {
        return written(day, number("number", day), TextStyle.SHORT, anotherYear(day, today));
    }

    /** As {@link #day}, for the middle of a sentence: with its article where the article depends on the day, as in Italian. */
    public String definite(LocalDate day, LocalDate today) {
        return written(day, number("definite", day), TextStyle.FULL, anotherYear(day, today));
    }

    /** {@code à 10:09}, with its day where it is not today. */
    public String at(ZonedDateTime at, LocalDate today) {
        LocalDate day = at.toLocalDate();
        String time = time(at.toLocalTime());
        return day.equals(today)
                ? texts.get("today-at", "time", time)
                : texts.get("day-at", "day", definite(day, today), "time", time);
    }

    /** {@code lundi 23 novembre 2026, 09:05}. */
    public String full(ZonedDateTime at) {
        return texts.get(
                "full",
                "weekday",
                weekday(at.getDayOfWeek()),
                "day",
                dayAndYear(at.toLocalDate()),
                "time",
                time(at.toLocalTime()));
    }

    /** {@code lundi}. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, texts.locale());
    }

    /** {@code lun.}. */
    public String shortWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, texts.locale());
    }

    private String number(String key, LocalDate day) {
        return texts.get(key, "day", day.getDayOfMonth());
    }

    private String written(LocalDate day, String number, TextStyle style, boolean withYear) {
        String month = day.getMonth().getDisplayName(style, texts.locale());
        return withYear
                ? texts.get("day-and-year", "number", number, "month", month, "year", String.valueOf(day.getYear()))
                : texts.get("day", "number", number, "month", month);
    }

    private static boolean anotherYear(LocalDate day, LocalDate today) {
        return day.getYear() != today.getYear();
    }
}
