package eu.guichet.desktop.act;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a birth date as people in the three offices type it while listening: {@code 03/05/1944}, {@code 3.5.44},
 * {@code 3-5-1944}, {@code 3 5 44}, {@code 03051944}, {@code 1944-05-03}. Day before month, except in the ISO form.
 */
final class BirthDates {
    private static final int OLDEST_AGE = 115;
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./\\- ]+(\\d{1,2})[./\\- ]+(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./\\- ]+(\\d{1,2})[./\\- ]+(\\d{1,2})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");

    private BirthDates() {}

    /** @param today tells which century a year of two digits belongs to; a date after it is refused */
    static Optional<LocalDate> parse(String typed, LocalDate today) {
        String text = typed.strip();
        Matcher iso = YEAR_FIRST.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3), today);
        }
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) {
            return date(day.group(3), day.group(2), day.group(1), today);
        }
        Matcher digits = DIGITS.matcher(text);
        return digits.matches() ? date(digits.group(3), digits.group(2), digits.group(1), today) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day, LocalDate today) {
        int y = Integer.parseInt(year);
        if (year.length() == 2) {
            y += today.getYear() - (1900 + y) > OLDEST_AGE ? 2000 : 1900;
        }
        try {
            LocalDate date = LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day));
            boolean lived = !date.isAfter(today) && date.isAfter(today.minusYears(OLDEST_AGE + 1));
            return lived ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
