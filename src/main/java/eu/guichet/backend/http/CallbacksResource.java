package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.InContact;
import eu.guichet.backend.desk.ManageCallbacks;
import eu.guichet.backend.desk.Refusal;
import eu.guichet.backend.file.OfficeDirectory;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.contract.CallbackPatch;
import eu.guichet.contract.CallbackRequest;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Calls that are promised, and what becomes of them. */
final class CallbacksResource {
    private static final int CREATED = 201;

    private final ManageCallbacks callbacks;
    private final OfficeDirectory offices;

    CallbacksResource(Services rooms) {
        callbacks = rooms.acts().callbacks();
        offices = rooms.offices();
    }

    List<Route> routes() {
        return List.of(promise(), change());
    }

    private Route promise() {
        return Route.post("/v1/pensioners/{id}/callbacks", Permission.READ_FILE, call -> {
            String key = call.idempotencyKey();
            CallbackRequest asked = call.body(CallbackRequest.class);
            Violations faults = new Violations()
                    .require("at", asked.at())
                    .require("by", asked.by())
                    .require("note", asked.note());
            if (asked.note() != null) {
                faults.line("note", asked.note(), CallbackRequest.LONGEST_NOTE);
            }
            faults.none();
            StoredCallback promised = withHours(
                    call, call.principal().office(), asked.at(), () -> callbacks.promise(call.within(), asked, key));
            return Answer.json(CREATED, promised.seenBy(call.principal().id()));
        });
    }

    private Route change() {
        return Route.patch("/v1/callbacks/{id}", Permission.READ_FILE, call -> {
            String key = call.idempotencyKey();
            CallbackPatch patch = call.body(CallbackPatch.class);
            Violations faults = new Violations();
            switch (patch) {
                case CallbackPatch.Done() -> {}
                case CallbackPatch.Moved moved -> faults.require("at", moved.at());
                case CallbackPatch.GivenUp given -> faults.justification("reason", given.reason());
            }
            faults.none();
            StoredCallback before = callbacks
                    .find(call.principal(), call.id())
                    .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
            InContact within = new InContact(
                    call.principal(), before.pensionerId(), call.contact().orElse(null));
            StoredCallback changed = withHours(
                    call,
                    before.office(),
                    patch instanceof CallbackPatch.Moved moved ? moved.at() : before.due(),
                    () -> callbacks.change(within, before.id(), patch, key));
            return Answer.ok(changed.seenBy(call.principal().id()));
        });
    }

    /** Says of a moment at which nobody of the office is at the phone when somebody is. */
    private <T> T withHours(Request call, OfficeCode office, Instant at, Supplier<T> act) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            if (refusal.faults().stream().noneMatch(fault -> fault.key().equals(ManageCallbacks.OUTSIDE_HOURS))) {
                throw refusal;
            }
            throw ProblemException.closed(refusal.type(), offices.outsideHours(office, at, call.language()), null);
        }
    }
}
