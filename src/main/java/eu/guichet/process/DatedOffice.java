package eu.guichet.process;

import eu.guichet.contract.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One office and what was written down of it, each time from a day on. What holds on a day is the entry whose day is the latest up
 * to it, and of several with the same day the one that was written last. The days on which it is closed are one list, of which the
 * entry that was written last counts from its day on: whoever adds a closing day need not think of hours that change later.
 *
 * @param zone of all its hours and dates
 * @param entries in the order in which they were written, at least one that holds from the beginning
 */
public record DatedOffice(OfficeCode code, ZoneId zone, List<Entry> entries) {
    public DatedOffice {
        entries = List.copyOf(entries);
    }

    /** Where one can call in person, and when. */
    public record Counter(String place, WeeklyHours hours) {}

    /**
     * What holds from a day on.
     *
     * @param number in the order in which they were written, from 1
     * @param counter null where it has none
     * @param phoneNumbers as written for people, at least one
     * @param directory in which a pensioner's number is looked up before calling back; null where none is named
     * @param closures of whole days, from that day on
     */
    public record Entry(
            long number,
            LocalDate from,
            @Nullable Counter counter,
            WeeklyHours phone,
            List<String> phoneNumbers,
            @Nullable String directory,
            List<Closure> closures) {
        public Entry {
            phoneNumbers = List.copyOf(phoneNumbers);
            closures = List.copyOf(closures);
        }

        /** The same as the so manieth. */
        public Entry numbered(long other) {
            return new Entry(other, from, counter, phone, phoneNumbers, directory, closures);
        }

        private @Nullable WeeklyHours counterHours() {
            return counter == null ? null : counter.hours();
        }
    }

    /** What holds on this day. */
    public Entry on(LocalDate day) {
        return entries.stream()
                .filter(entry -> !entry.from().isAfter(day))
                .max(Comparator.comparing(Entry::from).thenComparingLong(Entry::number))
                .orElseThrow(() -> new IllegalStateException("no entry of " + code + " holds on " + day));
    }

    /** The whole days on which it is closed. */
    public Set<LocalDate> closed() {
        TreeSet<LocalDate> closed = new TreeSet<>();
        for (Entry entry : entries) {
            closed.tailSet(entry.from(), true).clear();
            entry.closures().stream()
                    .flatMap(Closure::days)
                    .filter(day -> !day.isBefore(entry.from()))
                    .forEach(closed::add);
        }
        return closed;
    }

    private static String placeOf(Entry entry) {
        Counter counter = entry.counter();
        return counter == null ? "" : counter.place();
    }

    /** The day at the office. */
    public LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** As it is at this moment, and what is known of its hours after it. A counter that does not open any more is none. */
    public Offices.Site at(Instant now) {
        LocalDate today = today(now);
        Entry entry = on(today);
        Set<LocalDate> closed = closed();
        List<Entry> later = entries.stream()
                .map(Entry::from)
                .filter(from -> from.isAfter(today))
                .distinct()
                .sorted()
                .map(this::on)
                .toList();
        Offices.Desk counter = Optional.ofNullable(entry.counter())
                .map(one -> new Offices.Desk(
                        one.place(),
                        zone,
                        one.hours(),
                        closed,
                        later.stream()
                                .map(next -> new Offices.Desk.Later(next.from(), next.counterHours(), placeOf(next)))
                                .toList()))
                .filter(desk -> desk.nextChange(now).isPresent())
                .orElse(null);
        Offices.Desk phone = new Offices.Desk(
                "",
                zone,
                entry.phone(),
                closed,
                later.stream()
                        .map(next -> new Offices.Desk.Later(
                                next.from(), next.phone(), String.join(", ", next.phoneNumbers())))
                        .toList());
        return new Offices.Site(code, zone, counter, phone, entry.phoneNumbers(), entry.directory());
    }
}
