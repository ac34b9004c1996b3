package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReviewActs;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.contract.ReviewVerdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is laid before a supervisor to be looked at afterwards, and what was found. */
final class ReviewsResource {
    private static final String PATH = "/v1/reviews";

    private final ReviewActs reviews;

    ReviewsResource(Services rooms) {
        reviews = rooms.acts().reviews();
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, Permission.REVIEW, call -> Answer.ok(reviews.open(call.principal()))),
                Route.post(PATH + "/{id}/verdict", Permission.REVIEW, this::judge));
    }

    private Answer judge(Request call) {
        ReviewVerdict found = call.body(ReviewVerdict.class);
        Violations faults = new Violations().require("verdict", found.verdict());
        @Nullable String note = found.note();
        if (note != null || found.verdict() == Verdict.NOT_IN_ORDER) {
            faults.justification("note", note);
        }
        faults.none();
        reviews.judge(
                call.principal(), call.id(), new ReviewVerdict(found.verdict(), note == null ? null : note.strip()));
        return Answer.empty();
    }
}
