package eu.guichet.process;

import eu.guichet.contract.OfficeCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Settlements Offices and the helpdesk: where, when open, which number. All of it is data, read from a table. */
public final class Offices {
    private static final Pattern LINE = Pattern.compile(
            "(holidays|DIGIT\\.(email|hours)|(BRU|LUX|ISP)\\.(zone|counter\\.place|counter\\.hours|phone\\.hours|phone\\.numbers|directory|holidays))");

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Map<OfficeCode, Site> sites;
    private final Helpdesk helpdesk;

    private Offices(Map<OfficeCode, Site> sites, Helpdesk helpdesk) {
        this.sites = sites;
        this.helpdesk = helpdesk;
    }

    /**
     * DIGIT's central helpdesk, which owns steps 3 to 5.
     *
     * @param desk in Brussels time
     */
    public record Helpdesk(String email, Desk desk) {
        public WeeklyHours hours() {
            return desk.hours();
        }
    }

    /**
     * One office.
     *
     * @param zone of all its hours and dates
     * @param counter null where it has none
     * @param phoneNumbers as written for people, at least one
     * @param directory in which a pensioner's number is looked up before calling back; null where none is named
     */
    public record Site(
            OfficeCode code,
            ZoneId zone,
            @Nullable Desk counter,
            Desk phone,
            List<String> phoneNumbers,
            @Nullable String directory) {}

    /**
     * A counter or a phone line.
     *
     * @param place where the counter is; empty for a phone line
     * @param holidays whole days on which it is closed
     */
    public record Desk(String place, ZoneId zone, WeeklyHours hours, Set<LocalDate> holidays) {
        public boolean openAt(Instant now) {
            return hours.openAt(now.atZone(zone).toLocalDateTime(), holidays);
        }

        /**
         * So many days later on which it opens.
         *
         * @param count from 1
         */
        public LocalDate workingDaysAfter(LocalDate day, int count) {
            // years of holidays in a row are a mistake in the data, which must not become an endless loop
            return day.plusDays(1)
                    .datesUntil(day.plusYears(10))
                    .filter(later -> hours.opensOn(later, holidays))
                    .skip(count - 1L)
                    .findFirst()
                    .orElse(day.plusDays(count));
        }

        /** When it next opens or closes. */
        public Instant changesAt(Instant now) {
            return hours.changesAfter(now.atZone(zone).toLocalDateTime(), holidays)
                    .atZone(zone)
                    .toInstant();
        }
    }

    /**
     * Reads a table with, for each office, {@code BRU.zone}, {@code BRU.counter.place} and {@code BRU.counter.hours} (both
     * absent or empty where there is no counter), {@code BRU.phone.hours}, {@code BRU.phone.numbers} (separated by commas),
     * {@code BRU.directory} (absent or empty where none is named) and {@code BRU.holidays} beside {@code holidays} for all (days or ranges, {@code 2026-12-24/2026-12-31}, separated by
     * spaces), and {@code DIGIT.email} and {@code DIGIT.hours}.
     *
     * @throws IllegalArgumentException when a line is missing or cannot be read; it names the line
     */
    public static Offices read(Map<String, String> table) {
        Map<OfficeCode, Site> sites = new EnumMap<>(OfficeCode.class);
        for (OfficeCode code : OfficeCode.values()) {
            sites.put(code, site(code, table));
        }
        Desk helpdesk = new Desk("", BRUSSELS, hours(table, "DIGIT.hours"), Set.copyOf(days(table, "holidays")));
        return new Offices(sites, new Helpdesk(line(table, "DIGIT.email"), helpdesk));
    }

    /** Whether a line of this name is part of the table. */
    public static boolean isLine(String name) {
        return LINE.matcher(name).matches();
    }

    public Site site(OfficeCode code) {
        Site site = sites.get(code);
        if (site == null) {
            throw new IllegalStateException("every office is in the table");
        }
        return site;
    }

    public Helpdesk helpdesk() {
        return helpdesk;
    }

    public List<Site> all() {
        return List.copyOf(sites.values());
    }

    private static Site site(OfficeCode code, Map<String, String> table) {
        ZoneId zone = zone(table, code + ".zone");
        Set<LocalDate> holidays = new HashSet<>(days(table, "holidays"));
        holidays.addAll(days(table, code + ".holidays"));
        Desk counter = !table.getOrDefault(code + ".counter.hours", "").isBlank()
                ? new Desk(
                        line(table, code + ".counter.place"),
                        zone,
                        hours(table, code + ".counter.hours"),
                        Set.copyOf(holidays))
                : null;
        Desk phone = new Desk("", zone, hours(table, code + ".phone.hours"), Set.copyOf(holidays));
        List<String> numbers = Arrays.stream(
                        line(table, code + ".phone.numbers").split(","))
                .map(String::strip)
                .toList();
        String directory = table.getOrDefault(code + ".directory", "").strip();
        return new Site(code, zone, counter, phone, numbers, directory.isEmpty() ? null : directory);
    }

    private static WeeklyHours hours(Map<String, String> table, String key) {
        try {
            return WeeklyHours.parse(line(table, key));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private static String line(Map<String, String> table, String key) {
        String value = table.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value.strip();
    }

    private static ZoneId zone(Map<String, String> table, String key) {
        try {
            return ZoneId.of(line(table, key));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(key + ": a zone is written Europe/Brussels", e);
        }
    }

    private static List<LocalDate> days(Map<String, String> table, String key) {
        try {
            return days(table.getOrDefault(key, ""));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(key + ": days are written 2026-12-24 or 2026-12-24/2027-01-01", e);
        }
    }

    private static List<LocalDate> days(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> {
                    String[] ends = word.split("/", 2);
                    LocalDate first = LocalDate.parse(ends[0]);
                    return first.datesUntil(
                            LocalDate.parse(ends[ends.length - 1]).plusDays(1));
                })
                .toList();
    }
}
