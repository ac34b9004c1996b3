package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.Oversee;

/** Who was refused of late because of a limit. */
final class ReachedLimitsResource {
    private final Oversee oversee;

    ReachedLimitsResource(Services rooms) {
        oversee = rooms.acts().oversee();
    }

    Route all() {
        return Route.get(
                "/v1/reached-limits",
                Permission.READ_AUDIT,
                call -> Answer.ok(oversee.reachedLimits(call.principal())));
    }
}
