package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.Oversee;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.OfficeCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The audit trail, newest first. */
final class AuditResource {
    private static final int LONGEST_ID = 64;

    private final Oversee oversee;

    AuditResource(Services rooms) {
        oversee = rooms.acts().oversee();
    }

    Route page() {
        return Route.get("/v1/audit", Permission.READ_AUDIT, call -> {
            AuditQuery wanted = new AuditQuery(
                    id(call, "pensioner"),
                    id(call, "agent"),
                    id(call, "contact"),
                    day(call, "on"),
                    call.query("office").map(AuditResource::office).orElse(null),
                    act(call),
                    day(call, "from"),
                    day(call, "until"),
                    call.query("before").map(AuditResource::sequence).orElse(null));
            return Answer.ok(oversee.audit(call.principal(), wanted));
        });
    }

    private static @Nullable String id(Request call, String name) {
        @Nullable String id = call.query(name).orElse(null);
        if (id != null && id.length() > LONGEST_ID) {
            throw ProblemException.at(name, Fault.TOO_LONG);
        }
        if (id != null && !Violations.isIdentifier(id)) {
            throw ProblemException.at(name, Fault.MALFORMED);
        }
        return id;
    }

    private static @Nullable LocalDate day(Request call, String name) {
        try {
            return call.query(name).map(StrictDates::day).orElse(null);
        } catch (DateTimeException e) {
            throw ProblemException.at(name, Fault.MALFORMED);
        }
    }

    private static OfficeCode office(String text) {
        return Arrays.stream(OfficeCode.values())
                .filter(office -> office.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.at("office", Fault.MALFORMED));
    }

    /** Only what is known here: a slip is told, where it would find nothing. */
    private static @Nullable String act(Request call) {
        return call.query("act")
                .map(text -> AuditAct.of(text).orElseThrow(() -> ProblemException.at("act", Fault.MALFORMED)))
                .map(AuditAct::key)
                .orElse(null);
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ProblemException.at("before", Fault.MALFORMED);
        }
    }
}
