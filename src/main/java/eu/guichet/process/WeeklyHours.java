package eu.guichet.process;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a counter or a phone line is open in a week without holidays, local time.
 *
 * @param spans of each day on which it opens, in order and apart from each other
 */
public record WeeklyHours(Map<DayOfWeek, List<Span>> spans) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    public WeeklyHours {
        Map<DayOfWeek, List<Span>> kept = new EnumMap<>(DayOfWeek.class);
        spans.forEach((day, ofDay) -> {
            for (int i = 1; i < ofDay.size(); i++) {
                if (!ofDay.get(i).from().isAfter(ofDay.get(i - 1).to())) {
                    throw new IllegalArgumentException("hours overlap, touch or are out of order");
                }
            }
            if (!ofDay.isEmpty()) {
                kept.put(day, List.copyOf(ofDay));
            }
        });
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("it must open some time");
        }
        spans = Collections.unmodifiableMap(kept);
    }

    /** From the first minute up to, and without, the last. */
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("hours end before they begin");
            }
        }
    }

    /** Days that follow each other and have the same hours. */
    public record Days(DayOfWeek first, DayOfWeek last, List<Span> spans) {
        public Days {
            spans = List.copyOf(spans);
        }
    }

    /**
     * Reads {@code MONDAY-FRIDAY 9:00-12:00 14:00-16:00}, or several such parts with a semicolon between them.
     *
     * @throws IllegalArgumentException when it is not written so
     */
    public static WeeklyHours parse(String text) {
        Map<DayOfWeek, List<Span>> spans = new EnumMap<>(DayOfWeek.class);
        for (String part : text.split(";", -1)) {
            String[] words = part.strip().split("\\s+", -1);
            String[] range = words[0].split("-", 2);
            DayOfWeek first = day(range[0]);
            DayOfWeek last = day(range[range.length - 1]);
            List<Span> ofDay =
                    Arrays.stream(words).skip(1).map(WeeklyHours::span).toList();
            for (int day = first.getValue(); day <= last.getValue(); day++) {
                if (spans.put(DayOfWeek.of(day), ofDay) != null) {
                    throw new IllegalArgumentException("a day has its hours once");
                }
            }
        }
        return new WeeklyHours(spans);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return groups().stream()
                .map(group -> (group.first() == group.last() ? group.first() : group.first() + "-" + group.last())
                        + group.spans().stream()
                                .map(span -> " " + TIME.format(span.from()) + "-" + TIME.format(span.to()))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("; "));
    }

    /** The days of the week on which it opens, with those of the same hours together. */
    public List<Days> groups() {
        List<Days> groups = new ArrayList<>();
        spans.forEach((day, ofDay) -> {
            Days before = groups.isEmpty() ? null : groups.getLast();
            if (before != null
                    && before.last().getValue() + 1 == day.getValue()
                    && before.spans().equals(ofDay)) {
                groups.set(groups.size() - 1, new Days(before.first(), day, ofDay));
            } else {
                groups.add(new Days(day, day, ofDay));
            }
        });
        return List.copyOf(groups);
    }

    /** Empty for a day on which it does not open. */
    List<Span> on(DayOfWeek day) {
        return spans.getOrDefault(day, List.of());
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
}
