package eu.guichet.contract;

import eu.guichet.typed.Typed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an office is, when it is open, and which number it has.
 *
 * @param counterPlace null where it has no counter
 * @param counterHours of a week, in order; empty where it has no counter
 * @param phoneHours of a week, in order
 * @param phoneNumbers as written for people
 * @param directory in which a pensioner's number is looked up before calling back; null where none is named
 * @param closures in order; on the last day of each it is still closed
 */
public record OfficeData(
        @Nullable String counterPlace,
        List<OpeningSpan> counterHours,
        List<OpeningSpan> phoneHours,
        List<String> phoneNumbers,
        @Nullable String directory,
        List<ClosedDays> closures) {
    public OfficeData {
        counterHours = List.copyOf(Objects.requireNonNullElse(counterHours, List.of()));
        phoneHours = List.copyOf(Objects.requireNonNullElse(phoneHours, List.of()));
        phoneNumbers = Objects.requireNonNullElse(phoneNumbers, List.<String>of()).stream()
                .map(Typed::words)
                .toList();
        closures = List.copyOf(Objects.requireNonNullElse(closures, List.of()));
        counterPlace = counterPlace == null ? null : Typed.words(counterPlace);
        directory = directory == null ? null : Typed.words(directory);
    }

    public static final int LONGEST_LINE = 100;
}
