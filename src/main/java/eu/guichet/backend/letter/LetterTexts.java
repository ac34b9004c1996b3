package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import eu.guichet.process.ServiceNames;
import eu.guichet.process.WeeklyHours;
import eu.guichet.text.Dates;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the letter says, in the pensioner's language. */
final class LetterTexts {
    private static final char NO_BREAK = '\u00a0';

    private final TextBundle texts;

    private LetterTexts(Locale language, ServiceNames services) {
        this.texts = TextBundle.of("eu.guichet.backend.letter.letter", language).with(services.in(language));
    }

    static LetterTexts in(Locale wanted, ServiceNames services) {
        return new LetterTexts(Languages.pensioner(List.of(wanted.toLanguageTag())), services);
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

    /** The date stays on one line. */
    String dateLine(OfficeCode office, LocalDate date) {
        return text(
                "date.line",
                "city",
                text("office." + office + ".city"),
                "date",
                Dates.in(language()).dayAndYear(date).replace(' ', NO_BREAK));
    }

    /** Which days, then the hours of those days: "Monday to Friday, 9:00 to 12:00 and 14:00 to 16:00". */
    String hours(WeeklyHours hours) {
        return hours.groups().stream().map(this::hours).collect(Collectors.joining("; "));
    }

    private String hours(WeeklyHours.Days days) {
        String spans = days.spans().stream()
                .map(span -> text("hours.between", "from", time(span.from()), "to", time(span.to())))
                .collect(Collectors.joining(text("hours.and")));
        return days(days.first(), days.last()) + ", " + spans;
    }

    private String time(LocalTime time) {
        String key = time.getMinute() == 0 ? "hours.time.full" : "hours.time";
        return time.format(DateTimeFormatter.ofPattern(text(key), language()));
    }

    private String days(DayOfWeek first, DayOfWeek last) {
        int count = last.getValue() - first.getValue() + 1;
        return count > 2
                ? text("hours.days", "first", day(first), "last", day(last))
                : Stream.iterate(first, day -> day.plus(1))
                        .limit(count)
                        .map(this::day)
                        .collect(Collectors.joining(", "));
    }

    private String day(DayOfWeek day) {
        return Dates.in(language()).weekday(day);
    }
}
