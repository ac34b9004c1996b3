package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.DecideApproval;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.ApprovalDecision.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for a supervisor, and the supervisor's word about it. */
final class ApprovalsResource {
    private static final String ALL = "/v1/approvals";
    private static final String ONE = ALL + "/{id}";

    private final DecideApproval approvals;
    private final FileViews views;

    ApprovalsResource(Services rooms, FileViews views) {
        approvals = rooms.acts().approvals();
        this.views = views;
    }

    List<Route> routes() {
        return List.of(own(), read(), decide(), withdraw());
    }

    private Route own() {
        return Route.get(
                ALL,
                Permission.READ_APPROVAL,
                call -> Answer.ok(views.approvals(approvals.own(call.principal()), call)));
    }

    private Route withdraw() {
        return Route.post(
                ONE + "/withdrawal",
                Permission.READ_APPROVAL,
                call -> Answer.ok(views.approval(approvals.withdraw(call.principal(), call.id()), call)));
    }

    private Route read() {
        return Route.get(
                ONE,
                Permission.READ_APPROVAL,
                call -> Answer.ok(views.approval(approvals.read(call.principal(), call.id()), call)));
    }

    private Route decide() {
        return Route.post(ONE + "/decision", Permission.APPROVE, call -> {
            String etag = call.ifMatch();
            ApprovalDecision asked = call.body(ApprovalDecision.class);
            Violations faults = new Violations().require("verdict", asked.verdict());
            @Nullable String reason = asked.reason();
            if (reason != null || asked.verdict() == Verdict.REFUSE) {
                faults.justification("reason", reason);
            }
            faults.none();
            ApprovalDecision decision = new ApprovalDecision(asked.verdict(), reason == null ? null : reason.strip());
            StoredApproval decided = views.explainedOfApproval(
                    call, () -> approvals.decide(call.principal(), call.id(), decision, etag));
            return Answer.ok(views.approval(decided, call));
        });
    }
}
