package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import eu.guichet.process.WeeklyHours;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the letter says, in the pensioner's language. */
final class LetterTexts {
    private final TextBundle texts;

    private LetterTexts(Locale language) {
        this.texts = TextBundle.of("eu.guichet.backend.letter.letter", language);
    }

    static LetterTexts in(Locale wanted) {
        return new LetterTexts(Languages.pensioner(List.of(wanted.toLanguageTag())));
    }

    Locale language() {
        return texts.locale();
    }

    /** @see TextBundle#get */
    String text(String key, Object... namesAndValues) {
        return texts.get(key, namesAndValues);
    }

    String officeName(OfficeCode office) {
        return text("office." + office + ".name");
    }

    String dateLine(OfficeCode office, LocalDate date) {
        return text("date.line", "city", text("office." + office + ".city"), "date", date(date));
    }

    /** {@code 1er décembre 2026}. */
    String date(LocalDate date) {
        String written = date.format(DateTimeFormatter.ofPattern(text("date.pattern"), language()));
        if (date.getDayOfMonth() == 1) {
            written = text("date.first") + written.substring(written.indexOf(' '));
        }
        return written;
    }

    /** Which days, then the hours of those days: "Monday to Friday, 9:00 to 12:00 and 14:00 to 16:00". */
    String hours(WeeklyHours hours) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern(text("hours.time"), language());
        String spans = hours.spans().stream()
                .map(span -> text(
                        "hours.between",
                        "from",
                        span.from().format(time),
                        "to",
                        span.to().format(time)))
                .collect(Collectors.joining(text("hours.and")));
        return days(hours.days()) + ", " + spans;
    }

    private String days(Set<DayOfWeek> open) {
        List<DayOfWeek> days = open.stream().sorted().toList();
        DayOfWeek first = days.getFirst();
        DayOfWeek last = days.getLast();
        boolean inARow = last.getValue() - first.getValue() == days.size() - 1;
        return inARow && days.size() > 2
                ? text("hours.days", "first", day(first), "last", day(last))
                : days.stream().map(this::day).collect(Collectors.joining(", "));
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language());
    }
}
