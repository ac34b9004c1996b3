package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadFigures;
import eu.guichet.contract.FigurePeriod;
import eu.guichet.contract.FiguresQuery;
import eu.guichet.contract.OfficeCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The figures of a period: of the offices, and one's own. */
final class FiguresResource {
    private static final String PATH = "/v1/figures";

    private final ReadFigures figures;

    FiguresResource(Services rooms) {
        figures = rooms.acts().readFigures();
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        PATH,
                        Permission.READ_FIGURES,
                        call -> Answer.ok(figures.ofOffices(call.principal(), wanted(call)))),
                Route.get(
                        PATH + "/own",
                        Permission.READ_OWN_FIGURES,
                        call -> Answer.ok(figures.own(call.principal(), wanted(call)))));
    }

    private static FiguresQuery wanted(Request call) {
        LocalDate from = day(call, "from");
        LocalDate until = day(call, "until");
        if (until.isBefore(from) || from.plusDays(FiguresQuery.MOST_DAYS).isBefore(until)) {
            throw ProblemException.at("until", Fault.OUT_OF_RANGE);
        }
        return new FiguresQuery(
                from,
                until,
                call.query("office").map(FiguresResource::office).orElse(null),
                call.query("by").map(FiguresResource::period).orElse(null));
    }

    private static LocalDate day(Request call, String name) {
        try {
            return call.query(name).map(StrictDates::day).orElseThrow(() -> ProblemException.at(name, Fault.MISSING));
        } catch (DateTimeException e) {
            throw ProblemException.at(name, Fault.MALFORMED);
        }
    }

    private static FigurePeriod period(String text) {
        return FigurePeriod.of(text).orElseThrow(() -> ProblemException.at("by", Fault.MALFORMED));
    }

    private static OfficeCode office(String text) {
        return Arrays.stream(OfficeCode.values())
                .filter(office -> office.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.at("office", Fault.MALFORMED));
    }
}
