package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.Verify;
import eu.guichet.backend.limits.Limit;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How a person was identified. */
final class VerificationsResource {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_POSTCODE = 20;

    private static final int EARLIEST_BIRTH = 1900;

    private final Verify verifying;
    private final FileViews views;
    private final InstantSource clock;

    VerificationsResource(Services rooms, FileViews views) {
        clock = rooms.clock();
        this.views = views;
        verifying = rooms.acts().verify();
    }

    Route verify() {
        return Route.post("/v1/pensioners/{id}/verifications", Permission.VERIFY, call -> {
                    VerificationRequest typed = call.body(VerificationRequest.class);
                    check(typed, clock.instant());
                    return Answer.ok(views.explained(call, () -> verifying.verify(call.within(), typed)));
                })
                .counted(Limit.VERIFICATIONS);
    }

    private static void check(VerificationRequest typed, Instant now) {
        Violations faults = new Violations().require("method", typed.method());
        if (typed.method() == VerificationMethod.DATA_POINTS) {
            faults.text("pensionNumber", typed.pensionNumber(), LONGEST_NUMBER)
                    .require("birthDate", typed.birthDate())
                    .text("postcode", typed.postcode(), LONGEST_POSTCODE);
        } else {
            faults.absent("pensionNumber", typed.pensionNumber()).absent("postcode", typed.postcode());
        }
        if (typed.method() != VerificationMethod.DOCUMENT_SEEN) {
            faults.absent("birthDay", typed.birthDay());
        }
        LocalDate birth = typed.birthDate();
        // a slip of the keyboard, which must not count as a miss
        faults.check(
                "birthDate",
                birth == null
                        || (birth.getYear() >= EARLIEST_BIRTH
                                && birth.isBefore(now.atZone(ZoneOffset.UTC).toLocalDate())),
                Fault.OUT_OF_RANGE);
        faults.none();
    }
}
