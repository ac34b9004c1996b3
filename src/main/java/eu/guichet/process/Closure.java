package eu.guichet.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whole days in a row on which an office is closed, the last one among them. */
public record Closure(LocalDate first, LocalDate last) {
    public Closure {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days end before they begin");
        }
    }

    /** Those days as few of them as there may be, in order. */
    public static List<Closure> of(Collection<LocalDate> days) {
        List<Closure> closures = new ArrayList<>();
        for (LocalDate day : new TreeSet<>(days)) {
            if (!closures.isEmpty() && closures.getLast().last().plusDays(1).equals(day)) {
                closures.set(closures.size() - 1, new Closure(closures.getLast().first(), day));
            } else {
                closures.add(new Closure(day, day));
            }
        }
        return List.copyOf(closures);
    }

    /**
     * Reads {@code 2026-12-24/2027-01-01 2027-03-26}.
     *
     * @throws java.time.format.DateTimeParseException when a day is not written so
     */
    public static List<Closure> parse(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> {
                    String[] ends = word.split("/", 2);
                    return new Closure(LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]));
                })
                .toList();
    }

    /** As {@link #parse} reads them. */
    public static String text(List<Closure> closures) {
        return closures.stream()
                .map(one -> one.first().equals(one.last()) ? one.first().toString() : one.first() + "/" + one.last())
                .collect(Collectors.joining(" "));
    }

    public Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }
}
