package eu.guichet.backend.file;

import eu.guichet.backend.store.StoredOfficeEntry;
import eu.guichet.contract.ClosedDays;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeData;
import eu.guichet.contract.OfficeEntry;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.OpeningSpan;
import eu.guichet.process.Closure;
import eu.guichet.process.DatedOffice;
import eu.guichet.process.Offices;
import eu.guichet.process.ServiceNames;
import eu.guichet.process.WeeklyHours;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The offices as the desk shows them: name, hours in words, open right now and until when. */
public final class OfficeDirectory {
    private static final String TABLE = "offices.properties";

    /** By which the bundles tell a day alone from several in a row. */
    private static final String ONE_DAY = "none";

    private final Offices offices;
    private final ServiceNames services;

    public OfficeDirectory(Offices offices, ServiceNames services) {
        this.offices = offices;
        this.services = services;
    }

    /** The table that comes with the program. */
    public static Map<String, String> table() {
        try (InputStream in = OfficeDirectory.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing from the program");
            }
            Properties lines = new Properties();
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, lines::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param language the agent's */
    public List<Office> offices(Locale language, Instant now) {
        Sentences sentences = Sentences.forAgent(language, services);
        return offices.all().stream().map(site -> office(site, sentences, now)).toList();
    }

    /**
     * One office with all that was written down of it.
     *
     * @param entries in the order in which they were written
     * @param naming whether it is told who wrote each entry
     * @param language the agent's
     */
    public OfficeRecord record(
            DatedOffice office,
            List<StoredOfficeEntry> entries,
            String etag,
            boolean mayEdit,
            boolean naming,
            Locale language,
            Instant now) {
        LocalDate today = office.today(now);
        DatedOffice.Entry inForce = office.on(today);
        return new OfficeRecord(
                office(office.at(now), Sentences.forAgent(language, services), now),
                etag,
                today,
                mayEdit,
                closures(Closure.of(office.closed().stream()
                        .filter(day -> !day.isBefore(today))
                        .toList())),
                entries.reversed().stream()
                        .map(stored -> new OfficeEntry(
                                stored.entry().from(),
                                data(stored.entry()),
                                stored.writtenAt(),
                                naming ? stored.writtenByName() : null,
                                stored.entry().equals(inForce)))
                        .toList());
    }

    private static OfficeData data(DatedOffice.Entry entry) {
        DatedOffice.Counter counter = entry.counter();
        return new OfficeData(
                counter == null ? null : counter.place(),
                counter == null ? List.of() : spans(counter.hours()),
                spans(entry.phone()),
                entry.phoneNumbers(),
                entry.directory(),
                closures(entry.closures()));
    }

    private static List<OpeningSpan> spans(WeeklyHours hours) {
        return hours.spans().entrySet().stream()
                .flatMap(day ->
                        day.getValue().stream().map(span -> new OpeningSpan(day.getKey(), span.from(), span.to())))
                .toList();
    }

    private static List<ClosedDays> closures(List<Closure> closures) {
        return closures.stream()
                .map(one -> new ClosedDays(one.first(), one.last()))
                .toList();
    }

    /** When the phone of an office is answered, for whoever has chosen another time for a call. */
    public String outsideHours(OfficeCode office, Instant at, Locale language) {
        Sentences sentences = Sentences.forAgent(language, services);
        Offices.Desk phone = offices.site(office).phone();
        WeeklyHours then = phone.hoursOn(at.atZone(phone.zone()).toLocalDate());
        return sentences.text(
                "callback.outside-hours",
                "office",
                sentences.text("office." + office),
                "hours",
                hours(then == null ? phone.hours() : then, sentences));
    }

    private static Office office(Offices.Site site, Sentences sentences, Instant now) {
        return new Office(
                site.code(),
                sentences.text("office." + site.code()),
                site.zone().getId(),
                desk(site.counter(), sentences, now),
                openDesk(site.phone(), sentences, now),
                site.phoneNumbers());
    }

    private static Office.@Nullable Desk desk(Offices.@Nullable Desk desk, Sentences sentences, Instant now) {
        return desk == null ? null : openDesk(desk, sentences, now);
    }

    static Office.Desk openDesk(Offices.Desk desk, Sentences sentences, Instant now) {
        return new Office.Desk(desk.place(), hours(desk.hours(), sentences), desk.openAt(now), desk.changesAt(now));
    }

    static String hours(WeeklyHours hours, Sentences sentences) {
        return hours.groups().stream().map(days -> hours(days, sentences)).collect(Collectors.joining(" · "));
    }

    private static String hours(WeeklyHours.Days days, Sentences sentences) {
        String spans = days.spans().stream()
                .map(span -> sentences.text(
                        "hours.span", "from", sentences.time(span.from()), "to", sentences.time(span.to())))
                .collect(Collectors.joining(sentences.text("hours.and")));
        return sentences.text(
                "hours.week",
                "first",
                sentences.dayOfWeek(days.first()),
                "last",
                days.first() == days.last() ? ONE_DAY : sentences.dayOfWeek(days.last()),
                "hours",
                spans);
    }
}
