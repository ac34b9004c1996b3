package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.TakeBack;
import eu.guichet.contract.CorrectionRequest;

/** What was recorded of a person by mistake, taken back. */
final class CorrectionsResource {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_REMARK = 300;

    private final TakeBack takingBack;

    CorrectionsResource(Services rooms) {
        takingBack = rooms.acts().takeBack();
    }

    Route correct() {
        return Route.post("/v1/pensioners/{id}/corrections", Permission.TAKE_BACK, call -> {
            String key = call.idempotencyKey();
            CorrectionRequest asked = call.body(CorrectionRequest.class);
            Violations faults = new Violations()
                    .require("what", asked.what())
                    .identifier("id", asked.id(), LONGEST_ID)
                    .require("reason", asked.reason());
            if (asked.remark() != null) {
                faults.line("remark", asked.remark(), LONGEST_REMARK);
            }
            faults.none();
            takingBack.correct(call.principal(), call.id(), asked, key);
            return Answer.empty();
        });
    }
}
