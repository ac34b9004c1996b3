package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;

/** The file of one pensioner. Every look has a reason. */
final class PensionersResource {
    private final ReadFile reading;
    private final FileViews views;

    PensionersResource(Rooms rooms, FileViews views) {
        reading = rooms.acts().readFile();
        this.views = views;
    }

    Route file() {
        return Route.get("/v1/pensioners/{id}", Permission.READ_FILE, call -> {
            String given = call.header(AccessReason.HEADER)
                    .orElseThrow(
                            () -> ProblemException.at(ProblemType.REASON_REQUIRED, AccessReason.HEADER, Fault.MISSING));
            AccessReason reason = AccessReason.parse(given)
                    .orElseThrow(() ->
                            ProblemException.at(ProblemType.REASON_REQUIRED, AccessReason.HEADER, Fault.MALFORMED));
            PensionerFile file =
                    reading.open(call.principal(), call.id(), reason, tx -> views.file(tx, call.id(), call));
            return Answer.ok(file).with("ETag", file.etag());
        });
    }
}
