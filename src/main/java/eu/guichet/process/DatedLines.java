package eu.guichet.process;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lines of which some hold from a day on.
 *
 * @param always those without a day
 * @param from the others without their days, by these
 */
record DatedLines(Map<String, String> always, NavigableMap<LocalDate, Map<String, String>> from) {
    private static final char FROM = '@';
    /** Where days begin, no day can say. */
    private static final String ZONE = "zone";

    static DatedLines of(Map<String, String> lines) {
        Map<String, String> always = new HashMap<>();
        NavigableMap<LocalDate, Map<String, String>> from = new TreeMap<>();
        lines.forEach((name, value) -> {
            String bare = bare(name);
            if (bare.equals(name)) {
                always.put(name, value);
            } else if (Policy.isLine(bare)) {
                from.computeIfAbsent(day(name), _ -> new HashMap<>()).put(bare, value);
            }
        });
        return new DatedLines(always, from);
    }

    /** The name without its day. */
    static String bare(String name) {
        int at = name.indexOf(FROM);
        return at < 0 ? name : name.substring(0, at);
    }

    private static LocalDate day(String name) {
        if (bare(name).equals(ZONE)) {
            throw new IllegalArgumentException(name + ": the zone says where days begin and cannot change on one");
        }
        try {
            return LocalDate.parse(name.substring(name.indexOf(FROM) + 1).strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + ": a day is written as in " + bare(name) + "@2027-01-31", e);
        }
    }

    DatedPolicy over(Policy usual) {
        Policy first = usual.changedBy(always);
        NavigableMap<Instant, Policy> later = new TreeMap<>();
        Policy before = first;
        for (Map.Entry<LocalDate, Map<String, String>> day : from.entrySet()) {
            before = changed(before, day.getKey(), day.getValue());
            later.put(day.getKey().atStartOfDay(first.zone()).toInstant(), before);
        }
        return later.isEmpty() ? first : new ChangingPolicy(first, later);
    }

    private static Policy changed(Policy before, LocalDate day, Map<String, String> lines) {
        try {
            return before.changedBy(lines);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("from " + day + " on, " + e.getMessage(), e);
        }
    }
}
