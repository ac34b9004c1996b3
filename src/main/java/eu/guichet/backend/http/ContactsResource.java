package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ManageContacts;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.limits.Limit;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ContactPatch;
import eu.guichet.contract.ContactRequest;
import java.util.List;
import java.util.Objects;

/** A call, a visit, a ticket or a worklist item, from its opening to its closing. */
final class ContactsResource {
    private static final String PATH = "/v1/contacts";
    private static final String ONE = PATH + "/{id}";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NOTE = 300;

    private final ManageContacts contacts;
    private final FileAssembler files;

    ContactsResource(Services rooms) {
        contacts = rooms.acts().contacts();
        files = rooms.files();
    }

    List<Route> routes() {
        return List.of(open(), mine(), change(), close());
    }

    private Route open() {
        return Route.post(PATH, Permission.READ_FILE, call -> {
                    ContactRequest asked = call.body(ContactRequest.class);
                    new Violations()
                            .text("pensionerId", asked.pensionerId(), LONGEST_ID)
                            .require("reason", asked.reason())
                            .check(
                                    "reason",
                                    asked.reason() == null || asked.reason().acceptable(),
                                    Fault.MALFORMED)
                            .none();
                    ManageContacts.Opened opened = contacts.open(call.principal(), asked.pensionerId(), asked.reason());
                    return Answer.json(
                            opened.isNew() ? CREATED : OK, opened.contact().contact());
                })
                .counted(Limit.FILES);
    }

    private Route mine() {
        return Route.get(
                PATH,
                Permission.READ_FILE,
                call -> Answer.ok(contacts.mine(call.principal()).stream()
                        .map(StoredContact::contact)
                        .toList()));
    }

    private Route change() {
        return Route.patch(ONE, Permission.READ_FILE, call -> {
            ContactPatch wanted = call.body(ContactPatch.class);
            AccessReason reason = wanted.reason();
            String note = wanted.note();
            Violations faults = new Violations();
            faults.check("reason", reason != null || note != null, Fault.MISSING)
                    .check("reason", reason == null || reason.acceptable(), Fault.MALFORMED);
            if (note != null) {
                faults.line("note", note, LONGEST_NOTE);
            }
            faults.none();
            StoredContact changed = note == null ? null : contacts.note(call.principal(), call.id(), note);
            if (reason != null) {
                changed = contacts.correct(call.principal(), call.id(), reason);
            }
            return Answer.ok(Objects.requireNonNull(changed).contact());
        });
    }

    private Route close() {
        return Route.post(ONE + "/close", Permission.READ_FILE, call -> {
            ManageContacts.Closed closed = contacts.close(call.principal(), call.id());
            return Answer.ok(files.summary(closed.contact(), closed.at(), closed.acts(), call.language()));
        });
    }
}
