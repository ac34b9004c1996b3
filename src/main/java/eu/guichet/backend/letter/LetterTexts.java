package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import eu.guichet.process.PensionerLanguage;
import eu.guichet.process.WeeklyHours;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/** What the letter says, in the pensioner's language. */
final class LetterTexts {
    private final Locale language;
    private final ResourceBundle bundle;

    private LetterTexts(Locale language) {
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle("eu.guichet.backend.letter.letter", language, LetterTexts.class.getModule());
    }

    static LetterTexts in(Locale wanted) {
        return new LetterTexts(PensionerLanguage.with(List.of(wanted.toLanguageTag())));
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
    String hours(WeeklyHours hours) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern(bundle.getString("hours.time"), language);
        String spans = hours.spans().stream()
                .map(span -> text(
                        "hours.between", span.from().format(time), span.to().format(time)))
                .collect(Collectors.joining(bundle.getString("hours.and")));
        return days(hours.days()) + ", " + spans;
    }

    private String days(Set<DayOfWeek> open) {
        List<DayOfWeek> days = open.stream().sorted().toList();
        DayOfWeek first = days.getFirst();
        DayOfWeek last = days.getLast();
        boolean inARow = last.getValue() - first.getValue() == days.size() - 1;
        return inARow && days.size() > 2
                ? text("hours.days", day(first), day(last))
                : days.stream().map(this::day).collect(Collectors.joining(", "));
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language);
    }
}
