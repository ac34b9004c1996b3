package eu.guichet.process;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a counter or a phone line is open in a week without holidays, local time.
 *
 * @param days on which it opens
 * @param spans of each of those days, in order and apart from each other
 */
public record WeeklyHours(Set<DayOfWeek> days, List<Span> spans) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    public WeeklyHours {
        days = Set.copyOf(days);
        spans = List.copyOf(spans);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
                throw new IllegalArgumentException("hours overlap or are out of order");
            }
        }
        if (days.isEmpty() || spans.isEmpty()) {
            throw new IllegalArgumentException("it must open some time");
        }
    }

    /** From the first minute up to, and without, the last. */
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("hours end before they begin");
            }
        }
    }

    /**
     * Reads {@code MONDAY-FRIDAY 9:00-12:00 14:00-16:00}.
     *
     * @throws IllegalArgumentException when it is not written so
     */
    public static WeeklyHours parse(String text) {
        String[] words = text.strip().split("\\s+");
        String[] range = words[0].split("-", 2);
        DayOfWeek first = day(range[0]);
        DayOfWeek last = day(range[range.length - 1]);
        Set<DayOfWeek> days = Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0)
                .collect(Collectors.toUnmodifiableSet());
        return new WeeklyHours(
                days, Arrays.stream(words).skip(1).map(WeeklyHours::span).toList());
    }

    private static DayOfWeek day(String text) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("days are written MONDAY-FRIDAY"));
    }

    private static Span span(String text) {
        String[] ends = text.split("-", 2);
        if (ends.length != 2) {
            throw new IllegalArgumentException("hours are written 9:00-12:00");
        }
        try {
            return new Span(LocalTime.parse(ends[0], TIME), LocalTime.parse(ends[1], TIME));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("hours are written 9:00-12:00", e);
        }
    }

    boolean openAt(LocalDateTime moment, Set<LocalDate> holidays) {
        return opensOn(moment.toLocalDate(), holidays)
                && spans.stream()
                        .anyMatch(span -> !moment.toLocalTime().isBefore(span.from())
                                && moment.toLocalTime().isBefore(span.to()));
    }

    /** When it next opens or closes, after {@code moment}. */
    LocalDateTime changesAfter(LocalDateTime moment, Set<LocalDate> holidays) {
        // A year of holidays in a row is a mistake in the data, which must not become an endless loop.
        return moment.toLocalDate()
                .datesUntil(moment.toLocalDate().plusYears(1))
                .filter(day -> opensOn(day, holidays))
                .flatMap(day ->
                        spans.stream().flatMap(span -> Stream.of(day.atTime(span.from()), day.atTime(span.to()))))
                .filter(change -> change.isAfter(moment))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("closed for a whole year"));
    }

    boolean opensOn(LocalDate day, Set<LocalDate> holidays) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
