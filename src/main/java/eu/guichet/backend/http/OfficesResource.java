package eu.guichet.backend.http;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ManageOffices;
import eu.guichet.backend.file.OfficeDirectory;
import eu.guichet.contract.ClosedDays;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeData;
import eu.guichet.contract.OfficeEntryRequest;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.OpeningSpan;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.Closure;
import eu.guichet.process.DatedOffice;
import eu.guichet.process.WeeklyHours;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The offices, whether they are open now, and what was written down of them. */
final class OfficesResource {
    private static final String PATH = "/v1/offices";
    private static final int CREATED = 201;
    private static final int MOST_NUMBERS = 5;
    private static final int MOST_SPANS = 28;
    private static final int MOST_CLOSURES = 100;
    private static final int LONGEST_CLOSURE_DAYS = 92;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ()/.-]{3,28}[0-9]");

    private final OfficeDirectory directory;
    private final ManageOffices offices;
    private final InstantSource clock;

    OfficesResource(Services rooms) {
        directory = rooms.offices();
        offices = rooms.acts().offices();
        clock = rooms.clock();
    }

    List<Route> routes() {
        return List.of(all(), one(), write());
    }

    private Route all() {
        return Route.get(
                PATH, Permission.READ_OFFICES, call -> Answer.ok(directory.offices(call.language(), clock.instant())));
    }

    private Route one() {
        return Route.get(
                PATH + "/{id}",
                Permission.READ_OFFICES,
                call -> Answer.ok(view(offices.read(call.principal(), code(call)), call)));
    }

    private Route write() {
        return Route.post(PATH + "/{id}/entries", Permission.EDIT_OFFICE, call -> {
            OfficeCode code = code(call);
            String key = call.idempotencyKey();
            String etag = call.ifMatch();
            OfficeEntryRequest asked = call.body(OfficeEntryRequest.class);
            DatedOffice.Entry content = content(asked);
            return Answer.json(CREATED, view(offices.write(call.principal(), code, etag, asked, content, key), call));
        });
    }

    private OfficeRecord view(ManageOffices.Written written, Request call) {
        return directory.record(
                written.office(),
                written.entries(),
                written.etag(),
                written.mayEdit(),
                Access.namesColleagues(call.principal()),
                call.language(),
                clock.instant());
    }

    private static OfficeCode code(Request call) {
        return Stream.of(OfficeCode.values())
                .filter(code -> code.name().equals(call.id()))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }

    private static DatedOffice.Entry content(OfficeEntryRequest asked) {
        Violations faults = new Violations().require("from", asked.from()).require("data", asked.data());
        faults.none();
        OfficeData data = asked.data();
        String place = data.counterPlace();
        String book = data.directory();
        faults.check("data.counterHours", (place == null) == data.counterHours().isEmpty(), Fault.MISSING);
        if (place != null) {
            faults.text("data.counterPlace", place, OfficeData.LONGEST_LINE);
        }
        if (book != null) {
            faults.text("data.directory", book, OfficeData.LONGEST_LINE);
        }
        faults.check("data.phoneHours", !data.phoneHours().isEmpty(), Fault.MISSING)
                .check("data.phoneNumbers", !data.phoneNumbers().isEmpty(), Fault.MISSING)
                .check("data.phoneNumbers", data.phoneNumbers().size() <= MOST_NUMBERS, Fault.TOO_LONG)
                .check(
                        "data.phoneNumbers",
                        data.phoneNumbers().stream()
                                .allMatch(number -> NUMBER.matcher(number).matches()),
                        Fault.MALFORMED)
                .check("data.closures", data.closures().size() <= MOST_CLOSURES, Fault.TOO_LONG);
        List<Closure> closures = closures(data, faults);
        WeeklyHours counter =
                hours("data.counterHours", data.counterHours(), faults).orElse(null);
        Optional<WeeklyHours> phone = hours("data.phoneHours", data.phoneHours(), faults);
        faults.none();
        return new DatedOffice.Entry(
                0,
                asked.from(),
                counter(place, counter),
                phone.orElseThrow(),
                data.phoneNumbers(),
                book == null ? null : book.strip(),
                closures);
    }

    private static DatedOffice.@Nullable Counter counter(@Nullable String place, @Nullable WeeklyHours hours) {
        return place == null || hours == null ? null : new DatedOffice.Counter(place.strip(), hours);
    }

    private static List<Closure> closures(OfficeData data, Violations faults) {
        boolean whole = data.closures().stream().allMatch(OfficesResource::isWhole);
        faults.check("data.closures", whole, Fault.OUT_OF_RANGE);
        return whole
                ? Closure.of(data.closures().stream()
                        .flatMap(days -> new Closure(days.first(), days.last()).days())
                        .toList())
                : List.of();
    }

    private static boolean isWhole(ClosedDays days) {
        return days.first() != null
                && days.last() != null
                && !days.last().isBefore(days.first())
                && days.last().isBefore(days.first().plusDays(LONGEST_CLOSURE_DAYS));
    }

    /** Empty where none are given, or some at fault. */
    private static Optional<WeeklyHours> hours(String field, List<OpeningSpan> spans, Violations faults) {
        faults.check(field, spans.size() <= MOST_SPANS, Fault.TOO_LONG)
                .check(
                        field,
                        spans.stream().allMatch(span -> span.day() != null && span.from() != null && span.to() != null),
                        Fault.MISSING);
        if (spans.isEmpty() || faults.has(field)) {
            return Optional.empty();
        }
        Map<DayOfWeek, List<WeeklyHours.Span>> ofDays = new EnumMap<>(DayOfWeek.class);
        try {
            spans.stream()
                    .sorted(Comparator.comparing(OpeningSpan::from))
                    .forEach(span -> ofDays.merge(
                            span.day(),
                            List.of(new WeeklyHours.Span(span.from(), span.to())),
                            (before, more) -> Stream.concat(before.stream(), more.stream())
                                    .toList()));
            return Optional.of(new WeeklyHours(ofDays));
        } catch (IllegalArgumentException _) {
            faults.check(field, false, Fault.OUT_OF_RANGE);
            return Optional.empty();
        }
    }
}
