package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.Oversee;

/** What goes wrong without anybody asking. */
final class AlarmsResource {
    private final Oversee oversee;

    AlarmsResource(Services rooms) {
        oversee = rooms.acts().oversee();
    }

    Route all() {
        return Route.get("/v1/alarms", Permission.READ_AUDIT, call -> Answer.ok(oversee.alarms(call.principal())));
    }
}
