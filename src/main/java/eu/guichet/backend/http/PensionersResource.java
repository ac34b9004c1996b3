package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.contract.PensionerFile;

/** The file of one pensioner. Every look has a reason. */
final class PensionersResource {
    private final ReadFile reading;
    private final FileViews views;

    PensionersResource(Services rooms, FileViews views) {
        reading = rooms.acts().readFile();
        this.views = views;
    }

    Route file() {
        return Route.get("/v1/pensioners/{id}", Permission.READ_FILE, call -> {
            PensionerFile file =
                    reading.open(call.principal(), call.id(), call.reason(), tx -> views.file(tx, call.id(), call));
            return Answer.ok(file).with("ETag", file.etag());
        });
    }
}
