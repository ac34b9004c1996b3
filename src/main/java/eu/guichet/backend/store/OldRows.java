package eu.guichet.backend.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Rows that have served their time; of events and of the audit trail there are none. */
public final class OldRows {
    private static final String SETTLED = " requested_at < :before AND changed_at < :before"
            + " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.message_id = message.id)";

    private final Handle handle;

    OldRows(Handle handle) {
        this.handle = handle;
    }

    /** What is removed by nothing but its age, with the column that tells it. */
    public enum Kind {
        KEY("idempotency", "kept_at"),
        REGISTER("register_import", "changed_at"),
        REPORT("report", "seen_at"),
        CODE("code", "expires_at"),
        /** Closed ones; the open have no such moment. */
        CONTACT("contact", "closed_at"),
        VERIFICATION("verification", "valid_until"),
        MISS("verification_miss", "missed_at"),
        LOCK("verification_lock", "locked_until"),
        LIMIT_USE("limit_use", "used_until", 1000),
        LIMIT_HIT("limit_hit", "last_at");

        private final String table;
        private final String column;
        private final long perMilli;

        Kind(String table, String column) {
            this(table, column, 1);
        }

        /** @param perMilli so many of what the column counts are a millisecond */
        Kind(String table, String column, long perMilli) {
            this.table = table;
            this.column = column;
            this.perMilli = perMilli;
        }
    }

    /** The moments of the oldest rows, in order. */
    public List<Instant> oldest(Kind kind, Instant before, int limit) {
        return handle.createQuery("SELECT " + kind.column + " FROM " + kind.table + " WHERE " + kind.column
                        + " < :before ORDER BY " + kind.column + " LIMIT :limit")
                .bind("before", before.toEpochMilli() * kind.perMilli)
                .bind("limit", limit)
                // rounded up, so that its own row is not after it
                .map((row, _) -> Instant.ofEpochMilli(Math.ceilDiv(row.getLong(1), kind.perMilli)))
                .list();
    }

    /** @return how many rows of this moment and of earlier ones are gone */
    public int remove(Kind kind, Instant upTo) {
        return handle.createUpdate("DELETE FROM " + kind.table + " WHERE " + kind.column + " <= :moment")
                .bind("moment", upTo.toEpochMilli() * kind.perMilli)
                .execute();
    }

    /**
     * Messages that nobody has heard of for long, and those whom they were for.
     *
     * @param ids the oldest first
     */
    public record Messages(List<String> ids, Set<String> people) {
        public Messages {
            ids = List.copyOf(ids);
            people = Set.copyOf(people);
        }
    }

    private record Row(String id, String pensionerId) {}

    /** Without those that still wait to be handed over. */
    public Messages messages(Instant before, int limit) {
        List<Row> rows = handle.createQuery("SELECT id, pensioner_id FROM message WHERE" + SETTLED
                        + " ORDER BY requested_at, id LIMIT :limit")
                .bind("before", before.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> new Row(row.getString(1), row.getString(2)))
                .list();
        return new Messages(
                rows.stream().map(Row::id).toList(),
                rows.stream().map(Row::pensionerId).collect(Collectors.toSet()));
    }

    /**
     * Removes those of them of which nothing has been heard meanwhile, with their codes and parts.
     *
     * @return how many messages
     */
    public int remove(Messages messages, Instant before) {
        List<String> still = handle.createQuery("SELECT id FROM message WHERE id IN (<ids>) AND" + SETTLED)
                .bindList("ids", messages.ids())
                .bind("before", before.toEpochMilli())
                .mapTo(String.class)
                .list();
        if (still.isEmpty()) {
            return 0;
        }
        for (String table : List.of("code", "sms_part")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE message_id IN (<ids>)")
                    .bindList("ids", still)
                    .execute();
        }
        return handle.createUpdate("DELETE FROM message WHERE id IN (<ids>)")
                .bindList("ids", still)
                .execute();
    }
}
