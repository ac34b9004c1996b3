package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadFile;
import eu.guichet.backend.file.FileSnapshot;
import eu.guichet.backend.limits.Limit;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Contact;
import eu.guichet.contract.PensionerFile;
import java.util.function.Function;

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
                    Function<Tx, FileSnapshot> look = tx -> views.snapshot(tx, call.id(), call);
                    FileSnapshot onFile = call.header(Contact.HEADER).isPresent()
                            ? reading.open(call.within(), look)
                            : reading.open(call.principal(), call.id(), call.reason(), look);
                    PensionerFile file = views.file(onFile, call);
                    return Answer.ok(file).with("ETag", file.etag());
                })
                .counted(Limit.FILES, call -> call.header(Contact.HEADER).isEmpty());
    }
}
