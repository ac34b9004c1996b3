package eu.guichet.desktop.oversight;

import eu.guichet.contract.ClosedDays;
import eu.guichet.typed.TypedDates;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Closing days as they are typed: a day or two on each line, {@code 24/12/2026 - 01/01/2027}. */
final class ClosedDaysText {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Pattern UNTIL = Pattern.compile("\\s+[-–]\\s+|\\s*–\\s*");
    private static final int YEARS_AHEAD = 3;

    private ClosedDaysText() {}

    static String of(List<ClosedDays> closures) {
        return closures.stream().map(ClosedDaysText::of).collect(Collectors.joining("\n"));
    }

    static String of(ClosedDays days) {
        String first = SHOWN.format(days.first());
        return days.first().equals(days.last()) ? first : first + " - " + SHOWN.format(days.last());
    }

    /** Empty where a line cannot be read. */
    static Optional<List<ClosedDays>> read(String typed, LocalDate today) {
        List<ClosedDays> closures = new ArrayList<>();
        LocalDate furthest = today.plusYears(YEARS_AHEAD);
        for (String line : typed.lines().filter(line -> !line.isBlank()).toList()) {
            String[] ends = UNTIL.split(line.strip(), 2);
            Optional<LocalDate> first = TypedDates.parse(ends[0], furthest);
            Optional<LocalDate> last = TypedDates.parse(ends[ends.length - 1], furthest);
            if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
                return Optional.empty();
            }
            closures.add(new ClosedDays(first.get(), last.get()));
        }
        return Optional.of(closures);
    }
}
