package eu.guichet.backend.file;

import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Offices;
import eu.guichet.process.ServiceNames;
import eu.guichet.process.WeeklyHours;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The offices as the desk shows them: name, hours in words, open right now and until when. */
public final class OfficeDirectory {
    private static final String TABLE = "offices.properties";

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

    /** When the phone of an office is answered, for whoever has chosen another time for a call. */
    public String outsideHours(OfficeCode office, Locale language) {
        Sentences sentences = Sentences.forAgent(language, services);
        return sentences.text(
                "callback.outside-hours",
                "office",
                sentences.text("office." + office),
                "hours",
                hours(offices.site(office).phone().hours(), sentences));
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
        DayOfWeek first = Collections.min(hours.days());
        DayOfWeek last = Collections.max(hours.days());
        String spans = hours.spans().stream()
                .map(span -> sentences.text(
                        "hours.span", "from", sentences.time(span.from()), "to", sentences.time(span.to())))
                .collect(Collectors.joining(sentences.text("hours.and")));
        return sentences.text(
                "hours.week", "first", sentences.dayOfWeek(first), "last", sentences.dayOfWeek(last), "hours", spans);
    }
}
