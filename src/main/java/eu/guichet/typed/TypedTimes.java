package eu.guichet.typed;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time of day as people in the three offices type it: {@code 10:30}, {@code 10h30}, {@code 10.30}, {@code 1030},
 * {@code 9 30}, {@code 10}, {@code 14 h}, {@code 14 Uhr}. The day has twenty-four hours.
 */
public final class TypedTimes {
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})\\s*(?:h|uhr)?");
    private static final Pattern BOTH = Pattern.compile("(\\d{1,2})\\s*[:h.\\s]\\s*(\\d{2})(?:\\s*uhr)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,2})(\\d{2})");

    private TypedTimes() {}

    /** Empty for what is no time. */
    public static Optional<LocalTime> parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        Matcher hours = HOURS.matcher(text);
        if (hours.matches()) {
            return time(hours.group(1), "0");
        }
        Matcher both = BOTH.matcher(text);
        if (both.matches()) {
            return time(both.group(1), both.group(2));
        }
        Matcher digits = DIGITS.matcher(text);
        return digits.matches() ? time(digits.group(1), digits.group(2)) : Optional.empty();
    }

    private static Optional<LocalTime> time(String hour, String minute) {
        try {
            return Optional.of(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
