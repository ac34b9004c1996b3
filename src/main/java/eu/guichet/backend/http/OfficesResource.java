package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.file.OfficeDirectory;
import java.time.InstantSource;

/** The offices, and whether they are open now. */
final class OfficesResource {
    private final OfficeDirectory offices;
    private final InstantSource clock;

    OfficesResource(Services rooms) {
        offices = rooms.offices();
        clock = rooms.clock();
    }

    Route all() {
        return Route.get(
                "/v1/offices",
                Permission.READ_OFFICES,
                call -> Answer.ok(offices.offices(call.language(), clock.instant())));
    }
}
