package eu.guichet.process;

import eu.guichet.contract.OfficeCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Settlements Offices and the helpdesk: where, when open, which number. All of it is data, read from a table. */
public final class Offices {
    private static final Pattern LINE = Pattern.compile(
            "(holidays|DIGIT\\.(email|hours)|(BRU|LUX|ISP)\\.(zone|counter\\.place|counter\\.hours|phone\\.hours|phone\\.numbers|directory|holidays))");

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Map<OfficeCode, DatedOffice> read;
    private final Function<OfficeCode, Site> sites;
    private final Helpdesk helpdesk;

    private Offices(Map<OfficeCode, DatedOffice> read, Function<OfficeCode, Site> sites, Helpdesk helpdesk) {
        this.read = read;
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
     * @param later other hours that are known already, by the day from which they hold, in order
     */
    public record Desk(String place, ZoneId zone, WeeklyHours hours, Set<LocalDate> holidays, List<Later> later) {
        public Desk {
            holidays = Set.copyOf(holidays);
            later = List.copyOf(later);
        }

        /** One whose hours do not change. */
        public Desk(String place, ZoneId zone, WeeklyHours hours, Set<LocalDate> holidays) {
            this(place, zone, hours, holidays, List.of());
        }

        /**
         * What holds from a day on.
         *
         * @param hours null where it does not open any more
         */
        public record Later(LocalDate from, @Nullable WeeklyHours hours, String reached) {}

        /**
         * Where it is at this moment, or under which number, as it is known now.
         *
         * @param now the same of today
         */
        public String reachedAt(Instant moment, String now) {
            LocalDate day = moment.atZone(zone).toLocalDate();
            return later.stream()
                    .filter(one -> !one.from().isAfter(day))
                    .map(Later::reached)
                    .reduce(now, (_, last) -> last);
        }

        /** Those of the week in which this day is; null where it does not open any more. */
        public @Nullable WeeklyHours hoursOn(LocalDate day) {
            return later.stream()
                    .filter(one -> !one.from().isAfter(day))
                    .reduce(new Later(LocalDate.MIN, hours, ""), (_, last) -> last)
                    .hours();
        }

        public boolean openAt(Instant now) {
            LocalDate day = now.atZone(zone).toLocalDate();
            return spansOn(day).stream()
                    .anyMatch(span -> !now.isBefore(moment(day, span.from())) && now.isBefore(moment(day, span.to())));
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
                    .filter(date -> !spansOn(date).isEmpty())
                    .skip(count - 1L)
                    .findFirst()
                    .orElse(day.plusDays(count));
        }

        /** When it next opens or closes; a year later where it does neither before. */
        public Instant changesAt(Instant now) {
            return nextChange(now).orElseGet(() -> now.atZone(zone).plusYears(1).toInstant());
        }

        /** When it next opens or closes; empty where it does neither within a year. */
        Optional<Instant> nextChange(Instant now) {
            LocalDate today = now.atZone(zone).toLocalDate();
            return today.datesUntil(today.plusYears(1))
                    .flatMap(day -> spansOn(day).stream()
                            .flatMap(span -> Stream.of(moment(day, span.from()), moment(day, span.to()))))
                    .filter(change -> change.isAfter(now))
                    .findFirst();
        }

        private List<WeeklyHours.Span> spansOn(LocalDate day) {
            if (holidays.contains(day)) {
                return List.of();
            }
            WeeklyHours then = hoursOn(day);
            return then == null ? List.of() : then.on(day.getDayOfWeek());
        }

        private Instant moment(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(zone).toInstant();
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
        Map<OfficeCode, DatedOffice> read = new EnumMap<>(OfficeCode.class);
        Map<OfficeCode, Site> sites = new EnumMap<>(OfficeCode.class);
        for (OfficeCode code : OfficeCode.values()) {
            DatedOffice office = office(code, table);
            read.put(code, office);
            sites.put(code, office.at(Instant.EPOCH));
        }
        Desk helpdesk = new Desk("", BRUSSELS, hours(table, "DIGIT.hours"), Set.copyOf(days(table, "holidays")));
        return new Offices(
                read,
                code -> Objects.requireNonNull(sites.get(code), "every office is in the table"),
                new Helpdesk(line(table, "DIGIT.email"), helpdesk));
    }

    /** Whether a line of this name is part of the table. */
    public static boolean isLine(String name) {
        return LINE.matcher(name).matches();
    }

    /** The same helpdesk, and the offices as they are kept elsewhere. */
    public Offices keptIn(Function<OfficeCode, Site> elsewhere) {
        return new Offices(read, elsewhere, helpdesk);
    }

    /** As it stands in the table, which has no days. */
    public DatedOffice read(OfficeCode code) {
        return Objects.requireNonNull(read.get(code), "every office is in the table");
    }

    /** As it is now. */
    public Site site(OfficeCode code) {
        return sites.apply(code);
    }

    public Helpdesk helpdesk() {
        return helpdesk;
    }

    public List<Site> all() {
        return Stream.of(OfficeCode.values()).map(this::site).toList();
    }

    private static DatedOffice office(OfficeCode code, Map<String, String> table) {
        Set<LocalDate> holidays = new TreeSet<>(days(table, "holidays"));
        holidays.addAll(days(table, code + ".holidays"));
        DatedOffice.Counter counter = !table.getOrDefault(code + ".counter.hours", "")
                        .isBlank()
                ? new DatedOffice.Counter(line(table, code + ".counter.place"), hours(table, code + ".counter.hours"))
                : null;
        List<String> numbers = Arrays.stream(
                        line(table, code + ".phone.numbers").split(","))
                .map(String::strip)
                .toList();
        String directory = table.getOrDefault(code + ".directory", "").strip();
        return new DatedOffice(
                code,
                zone(table, code + ".zone"),
                List.of(new DatedOffice.Entry(
                        1,
                        LocalDate.EPOCH,
                        counter,
                        hours(table, code + ".phone.hours"),
                        numbers,
                        directory.isEmpty() ? null : directory,
                        Closure.of(holidays))));
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
        return Closure.parse(text).stream().flatMap(Closure::days).toList();
    }
}
