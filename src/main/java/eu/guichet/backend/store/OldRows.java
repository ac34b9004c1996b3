package eu.guichet.backend.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows that have served their time; of events and of the audit trail there are none. */
public final class OldRows {
    private static final String SETTLED = " requested_at < :before AND changed_at < :before"
            + " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.message_id = message.id)";

    private static final String QUIET = " active_at < :before AND to_do = 0";

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
        /** Settled ones; those that are owed have no such moment. */
        CALLBACK("callback", "ended_at"),
        OFFICE_NOTE("office_note", "ended_at"),
        VERIFICATION("verification", "valid_until"),
        MISS("verification_miss", "missed_at"),
        LOCK("verification_lock", "locked_until"),
        /** Decided ones, or lapsed; what waits has no such moment. */
        APPROVAL("approval", "decided_at"),
        /** Looked at or not: where a supervisor is alone, nobody looks at that one's own acts. */
        REVIEW("review", "laid_at"),
        /** Parts of its SMS are not bound to it: they may be of a message as well. */
        CANARY("canary", "made_at", 1, "", "sms_part"),
        LIMIT_USE("limit_use", "used_until", 1000, ""),
        LIMIT_HIT("limit_hit", "last_at"),
        /** Of which nothing more becomes; a letter that is not printed or given up yet is asked for its last one. */
        PRINT_JOB(
                "print_job",
                "changed_at",
                1,
                " AND due_at IS NULL AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.id = print_job.letter_id"
                        + " AND letter.state = 'GENERATED')");

        private final String table;
        private final String column;
        private final long perMilli;
        private final String only;
        private final @Nullable String parts;

        Kind(String table, String column) {
            this(table, column, 1, "");
        }

        Kind(String table, String column, long perMilli, String only) {
            this(table, column, perMilli, only, null);
        }

        /**
         * @param perMilli so many of what the column counts are a millisecond
         * @param only a further condition
         * @param parts a table whose rows name it as their message, and go with it; null where there is none
         */
        Kind(String table, String column, long perMilli, String only, @Nullable String parts) {
            this.table = table;
            this.column = column;
            this.perMilli = perMilli;
            this.only = only;
            this.parts = parts;
        }

        private String upTo() {
            return " FROM " + table + " WHERE " + column + " <= :moment" + only;
        }
    }

    /** The moments of the oldest rows, in order. */
    public List<Instant> oldest(Kind kind, Instant before, int limit) {
        return handle.createQuery("SELECT " + kind.column + " FROM " + kind.table + " WHERE " + kind.column
                        + " < :before" + kind.only + " ORDER BY " + kind.column + " LIMIT :limit")
                .bind("before", before.toEpochMilli() * kind.perMilli)
                .bind("limit", limit)
                // rounded up, so that its own row is not after it
                .map((row, _) -> Instant.ofEpochMilli(Math.ceilDiv(row.getLong(1), kind.perMilli)))
                .list();
    }

    /** @return how many rows of this moment and of earlier ones are gone */
    public int remove(Kind kind, Instant upTo) {
        long moment = upTo.toEpochMilli() * kind.perMilli;
        if (kind.parts != null) {
            handle.createUpdate("DELETE FROM " + kind.parts + " WHERE message_id IN (SELECT id" + kind.upTo() + ")")
                    .bind("moment", moment)
                    .execute();
        }
        return handle.createUpdate("DELETE" + kind.upTo())
                .bind("moment", moment)
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
        for (String table : List.of("code", "sms_part", "handover_mail")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE message_id IN (<ids>)")
                    .bindList("ids", still)
                    .execute();
        }
        return handle.createUpdate("DELETE FROM message WHERE id IN (<ids>)")
                .bindList("ids", still)
                .execute();
    }

    /**
     * Batches that are at an end and in which nothing has moved for long, the oldest first.
     *
     * @return their ids
     */
    public List<String> batches(Instant before, int limit) {
        return handle.createQuery("SELECT id FROM batch WHERE" + QUIET + " ORDER BY active_at, id LIMIT :limit")
                .bind("before", before.toEpochMilli())
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /**
     * Removes a batch in which nothing has moved meanwhile; its letters stay.
     *
     * @return how many rows
     */
    public int removeBatch(String id, Instant before) {
        int items = handle.createUpdate(
                        "DELETE FROM batch_item WHERE batch_id IN (SELECT id FROM batch WHERE id = :id AND" + QUIET
                                + ")")
                .bind("id", id)
                .bind("before", before.toEpochMilli())
                .execute();
        int batches = handle.createUpdate("DELETE FROM batch WHERE id = :id AND" + QUIET)
                .bind("id", id)
                .bind("before", before.toEpochMilli())
                .execute();
        return items + batches;
    }
}
