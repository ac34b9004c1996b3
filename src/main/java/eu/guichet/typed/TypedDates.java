package eu.guichet.typed;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date in the past as people in the three offices type it while listening: {@code 03/05/1944}, {@code 3.5.44},
 * {@code 3-5-1944}, {@code 3 5 44}, {@code 03051944}, {@code 1944-05-03}, and with the month's name in any of the five
 * languages: {@code 3 mai 1944}, {@code 1er mars 44}, {@code 3. Mai 1944}, {@code 3 maggio}. Day before month, except in the
 * ISO form.
 */
public final class TypedDates {
    private static final int OLDEST_AGE = 115;
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./\\- ]+(\\d{1,2})[./\\- ]+(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[./\\- ]+(\\d{1,2})[./\\- ]+(\\d{1,2})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");

    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})[./\\- ]+(\\d{1,2})[./]?|(\\d{2})(\\d{2})");

    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:er|st|nd|rd|th|\\.|°|º)?[ .\\-]*(\\p{L}{3,})\\.?");
    private static final List<Locale> LANGUAGES =
            List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN, Locale.ITALIAN, Locale.forLanguageTag("nl"));
    private static final int LEAST_LETTERS = 3;

    private TypedDates() {}

    /** @param today tells which century a year of two digits belongs to; a date after it is refused */
    public static Optional<LocalDate> parse(String typed, LocalDate today) {
        String text = digits(typed);
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

    /** Reads day and month as they stand on a document: {@code 03/05}, {@code 3.5.}, {@code 3 5}, {@code 0305}. */
    public static Optional<MonthDay> parseDay(String typed) {
        Matcher day = DAY_AND_MONTH.matcher(digits(typed));
        if (!day.matches()) {
            return Optional.empty();
        }
        String dayOfMonth = day.group(1) == null ? day.group(3) : day.group(1);
        String month = day.group(2) == null ? day.group(4) : day.group(2);
        try {
            return Optional.of(MonthDay.of(Integer.parseInt(month), Integer.parseInt(dayOfMonth)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The same with the month as a number, where it was typed as a word that means one month only. */
    private static String digits(String typed) {
        String text = Typed.line(typed);
        Matcher named = NAMED.matcher(text);
        if (!named.lookingAt()) {
            return text;
        }
        String word = plain(named.group(2));
        List<Month> meant = Arrays.stream(Month.values())
                .filter(month -> LANGUAGES.stream().anyMatch(language -> begins(month, language, word)))
                .toList();
        return meant.size() == 1
                ? (named.group(1) + "/" + meant.getFirst().getValue() + " "
                                + text.substring(named.end()).strip())
                        .strip()
                : text;
    }

    private static boolean begins(Month month, Locale language, String word) {
        return word.length() >= LEAST_LETTERS
                && plain(month.getDisplayName(TextStyle.FULL, language)).startsWith(word);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
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
