package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.limits.Limit;
import eu.guichet.backend.store.Worklists.Cursor;
import eu.guichet.backend.worklist.ReadWorklists;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistSort;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller's offices have before them. */
final class WorklistsResource {
    private static final String PATH = "/v1/worklists";
    private static final int LAST_STEP = 16;
    private static final int MOST_DAYS = 9_999;

    private final ReadWorklists worklists;

    WorklistsResource(Services rooms) {
        worklists = rooms.acts().readWorklists();
    }

    List<Route> routes() {
        return List.of(counts(), page());
    }

    private Route counts() {
        return Route.get(PATH, Permission.READ_WORKLISTS, call -> Answer.ok(worklists.counts(call.principal())));
    }

    private Route page() {
        return Route.get(PATH + "/{name}", Permission.READ_WORKLISTS, call -> {
                    Worklist list = Worklist.of(call.path("name"))
                            .filter(known -> !known.atLetterDesk())
                            .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
                    WorklistQuery wanted = wanted(call);
                    @Nullable String after = wanted.after();
                    return Answer.ok(
                            worklists.page(call.principal(), list, wanted, after == null ? null : cursor(after)));
                })
                .counted(Limit.WORKLISTS);
    }

    private static WorklistQuery wanted(Request call) {
        @Nullable String agent = call.query("agent").orElse(null);
        if (agent != null && !Violations.isIdentifier(agent)) {
            throw ProblemException.at("agent", Fault.MALFORMED);
        }
        return new WorklistQuery(
                call.query("office").map(WorklistsResource::office).orElse(null),
                call.query("step").map(text -> number("step", text, LAST_STEP)).orElse(null),
                call.query("days").map(text -> number("days", text, MOST_DAYS)).orElse(null),
                agent,
                call.query("sort")
                        .map(key ->
                                WorklistSort.of(key).orElseThrow(() -> ProblemException.at("sort", Fault.MALFORMED)))
                        .orElse(WorklistSort.OLDEST),
                call.query("after").orElse(null));
    }

    private static OfficeCode office(String written) {
        return Arrays.stream(OfficeCode.values())
                .filter(office -> office.name().equals(written))
                .findFirst()
                .orElseThrow(() -> ProblemException.at("office", Fault.MALFORMED));
    }

    /** From 1. */
    private static Integer number(String field, String written, int most) {
        if (!written.matches("[1-9][0-9]{0,3}") || Integer.parseInt(written) > most) {
            throw ProblemException.at(field, Fault.MALFORMED);
        }
        return Integer.valueOf(written);
    }

    private static Cursor cursor(String written) {
        return Cursor.read(written).orElseThrow(() -> ProblemException.at("after", Fault.MALFORMED));
    }
}
