package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.store.Database;
import org.jspecify.annotations.Nullable;

/** The audit trail, newest first. */
final class AuditResource {
    private static final int PAGE = 100;
    private static final int LONGEST_ID = 64;

    private final Database database;

    AuditResource(Database database) {
        this.database = database;
    }

    Route page() {
        return Route.get("/v1/audit", Permission.READ_AUDIT, call -> {
            @Nullable String pensioner = call.query("pensioner").orElse(null);
            @Nullable
            Long before = call.query("before").map(AuditResource::sequence).orElse(null);
            if (pensioner != null && pensioner.length() > LONGEST_ID) {
                throw ProblemException.at("pensioner", Fault.TOO_LONG);
            }
            return Answer.ok(database.read(tx -> tx.audit().page(pensioner, before, PAGE)));
        });
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ProblemException.at("before", Fault.MALFORMED);
        }
    }
}
