package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.Oversee;
import eu.guichet.contract.AuditQuery;
import java.time.DateTimeException;
import java.time.LocalDate;
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
                    call.query("on").map(AuditResource::day).orElse(null),
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

    private static LocalDate day(String text) {
        try {
            return StrictDates.day(text);
        } catch (DateTimeException e) {
            throw ProblemException.at("on", Fault.MALFORMED);
        }
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ProblemException.at("before", Fault.MALFORMED);
        }
    }
}
