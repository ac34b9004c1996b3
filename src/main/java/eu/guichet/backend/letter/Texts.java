package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/** What the letter says, in the pensioner's language. */
final class Texts {
    private static final Set<String> LANGUAGES = Set.of("fr", "en", "de", "it");

    private final Locale language;
    private final ResourceBundle bundle;

    private Texts(Locale language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle("eu.guichet.backend.letter.letter", language, Texts.class.getModule());
    }

    static Texts in(Locale wanted) {
        return new Texts(LANGUAGES.contains(wanted.getLanguage()) ? Locale.of(wanted.getLanguage()) : Locale.ENGLISH);
    }

    Locale language() {
        return language;
    }

    String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language).format(values);
    }

    String officeName(OfficeCode office) {
        return text("office." + office + ".name");
    }

    String dateLine(OfficeCode office, LocalDate date) {
        String written = date.format(DateTimeFormatter.ofPattern(bundle.getString("date.pattern"), language));
        if (date.getDayOfMonth() == 1) {
            written = bundle.getString("date.first") + written.substring(written.indexOf(' '));
        }
        return text("date.line", text("office." + office + ".city"), written);
    }

    /** Which days, then the hours of those days: "Monday to Friday, 9:00 to 12:00 and 14:00 to 16:00". */
    String hours(List<Letterhead.Hours> hours) {
        Map<String, List<Letterhead.Hours>> byDays =
                hours.stream().collect(Collectors.groupingBy(this::days, LinkedHashMap::new, Collectors.toList()));
        return byDays.entrySet().stream()
                .map(days -> days.getKey() + ", " + between(days.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String days(Letterhead.Hours hours) {
        return hours.first() == hours.last()
                ? day(hours.first())
                : text("hours.days", day(hours.first()), day(hours.last()));
    }

    private String between(List<Letterhead.Hours> hours) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern(bundle.getString("hours.time"), language);
        return hours.stream()
                .map(part -> text(
                        "hours.between",
                        part.opens().format(time),
                        part.closes().format(time)))
                .collect(Collectors.joining(bundle.getString("hours.and")));
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language);
    }
}
