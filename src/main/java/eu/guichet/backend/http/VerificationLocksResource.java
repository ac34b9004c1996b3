package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ActOutcome;
import eu.guichet.backend.desk.Oversee;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.contract.Justification;

/** Whose verification is locked, and the way to end that. */
final class VerificationLocksResource {
    private final Oversee oversee;
    private final FileViews views;

    VerificationLocksResource(Services rooms, FileViews views) {
        this.views = views;
        oversee = rooms.acts().oversee();
    }

    Route all() {
        return Route.get(
                "/v1/verification-locks",
                Permission.UNLOCK_VERIFICATION,
                call -> Answer.ok(
                        oversee.locked(call.principal(), ground -> ProblemMapper.sentence(ground, call.language()))));
    }

    Route unlock() {
        return Route.post("/v1/pensioners/{id}/verification-unlocks", Permission.UNLOCK_VERIFICATION, call -> {
            Justification why = call.body(Justification.class);
            new Violations().justification("reason", why.reason()).none();
            return switch (oversee.unlock(
                    call.principal(), call.id(), why.reason().strip(), call.keyOrNew())) {
                case ActOutcome.Performed<String> _ -> Answer.empty();
                case ActOutcome.Waits<String>(StoredApproval approval) -> views.waits(approval, call);
            };
        });
    }
}
