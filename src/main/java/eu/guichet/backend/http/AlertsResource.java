package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ActOutcome;
import eu.guichet.backend.desk.Freeze;
import eu.guichet.backend.desk.LiftAlert;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AlertLift;
import java.util.List;

/** What closes a file to acts, and what opens it again. */
final class AlertsResource {
    private static final String ONE = "/v1/pensioners/{id}";

    private final Freeze freezing;
    private final LiftAlert lifting;
    private final FileViews views;

    AlertsResource(Services rooms, FileViews views) {
        freezing = rooms.acts().freeze();
        lifting = rooms.acts().liftAlert();
        this.views = views;
    }

    List<Route> routes() {
        return List.of(freeze(), lift());
    }

    private Route freeze() {
        return Route.post(ONE + "/freeze", Permission.FREEZE, call -> {
            String key = call.idempotencyKey();
            return views.explained(call, () -> {
                freezing.freeze(call.within(), key);
                return Answer.empty();
            });
        });
    }

    private Route lift() {
        return Route.post(ONE + "/alert-lifts", Permission.LIFT_ALERT, call -> {
            AlertLift asked = call.body(AlertLift.class);
            new Violations()
                    .require("alert", asked.alert())
                    .justification("reason", asked.reason())
                    .none();
            AlertLift lift = new AlertLift(asked.alert(), asked.reason().strip());
            return switch (lifting.lift(call.principal(), call.id(), lift, call.keyOrNew())) {
                case ActOutcome.Performed<Alert> _ -> Answer.empty();
                case ActOutcome.Waits<Alert>(StoredApproval approval) -> views.waits(approval, call);
            };
        });
    }
}
