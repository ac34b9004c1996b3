package eu.guichet.backend.store;

import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The batches of the offices and their letters. What became of a letter is read from the letter, so that it stands once. */
public final class Batches {
    /** Of an item whose letter is there: where that stands decides. */
    private static final String MADE = "MADE";

    private static final String STANDS = "CASE WHEN i.state <> '" + MADE + "' THEN i.state"
            + " WHEN l.printed_at IS NOT NULL THEN 'PRINTED'"
            + " WHEN l.state <> 'GENERATED' THEN 'LEFT_OUT'"
            + " WHEN b.printing = 'OFFICE' THEN CASE (SELECT j.state FROM print_job j WHERE j.letter_id = l.id"
            + " ORDER BY j.ordered_at DESC, j.id DESC LIMIT 1)"
            + " WHEN 'FAILED' THEN 'LEFT_OUT' WHEN 'CANCELLED' THEN"
            + " CASE WHEN b.cancelled_at IS NULL THEN 'LEFT_OUT' ELSE 'CANCELLED' END ELSE 'UNDER_WAY' END"
            + " WHEN i.claim IS NULL THEN 'READY'"
            + " WHEN l.claim IS NULL OR l.claim <> i.claim THEN 'LEFT_OUT'"
            + " WHEN l.claimed_at IS NULL THEN 'READY'"
            + " ELSE 'UNDER_WAY' END";

    private static final String WHY = "CASE WHEN i.state <> '" + MADE + "' THEN i.reason"
            + " WHEN l.state <> 'GENERATED' THEN 'GIVEN_UP'"
            + " WHEN b.printing = 'OFFICE' THEN 'NOT_PRINTED' ELSE 'TAKEN' END";

    private static final String ITEMS = "SELECT * FROM (SELECT i.position, i.pensioner_id, i.letter_id, i.generated,"
            + " i.earlier_sheet, i.claim AS paper, l.reference, l.claimed_by, l.claimed_by_name, l.claimed_at, "
            + STANDS
            + " AS stands, " + WHY + " AS why FROM batch_item i JOIN batch b ON b.id = i.batch_id"
            + " LEFT JOIN letter l ON l.id = i.letter_id WHERE i.batch_id = :batch) AS items";

    private final Handle handle;
    private final String skipClaimed;

    /** @param skipClaimed ends a SELECT that claims its rows */
    Batches(Handle handle, String skipClaimed) {
        this.handle = handle;
        this.skipClaimed = skipClaimed;
    }

    /**
     * What a batch begins with.
     *
     * @param letterId null where it is to be generated
     * @param toDo whether a node has something to do about it; otherwise a desk can take its document
     */
    public record Beginning(String pensionerId, @Nullable String letterId, boolean toDo) {}

    /** @param items in posting order */
    public void add(StoredBatch batch, List<Beginning> items) {
        boolean toDo = items.stream().anyMatch(Beginning::toDo);
        handle.createUpdate("INSERT INTO batch (id, office, printing, started_by, started_by_name, started_by_role,"
                        + " started_at, to_do, active_at, anchor_at, anchor_done) VALUES (:id, :office, :printing, :by,"
                        + " :byName, :role, :at, :toDo, :at, :at, 0)")
                .bind("id", batch.id())
                .bind("office", batch.office().name())
                .bind("printing", batch.printing().name())
                .bind("by", batch.by().id())
                .bind("byName", batch.by().name())
                .bind("role", batch.role().name())
                .bind("at", batch.startedAt().toEpochMilli())
                .bind("toDo", toDo ? 1 : 0)
                .execute();
        if (items.isEmpty()) {
            return;
        }
        PreparedBatch insert = handle.prepareBatch("INSERT INTO batch_item (batch_id, position, pensioner_id,"
                + " letter_id, generated, state) VALUES (:batch, :position, :pensioner, :letter, :generated, :state)");
        for (int i = 0; i < items.size(); i++) {
            Beginning item = items.get(i);
            insert.bind("batch", batch.id())
                    .bind("position", i + 1)
                    .bind("pensioner", item.pensionerId())
                    .bind("letter", item.letterId())
                    .bind("generated", item.letterId() == null ? 1 : 0)
                    .bind("state", item.toDo() ? BatchItem.State.TO_DO.name() : MADE)
                    .add();
        }
        insert.execute();
    }

    public Optional<StoredBatch> find(String id) {
        return handle.createQuery("SELECT * FROM batch WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** The one that was started last. */
    public Optional<StoredBatch> latest(OfficeCode office) {
        return handle.createQuery(
                        "SELECT * FROM batch WHERE office = :office ORDER BY started_at DESC, id DESC LIMIT 1")
                .bind("office", office.name())
                .map((row, _) -> read(row))
                .findOne();
    }

    /** In posting order. */
    public List<BatchItem> items(String batchId) {
        return handle.createQuery(ITEMS + " ORDER BY position")
                .bind("batch", batchId)
                .map((row, _) -> item(row))
                .list();
    }

    public Optional<BatchItem> item(String batchId, int position) {
        return handle.createQuery(ITEMS + " WHERE position = :position")
                .bind("batch", batchId)
                .bind("position", position)
                .map((row, _) -> item(row))
                .findOne();
    }

    /** The first that is still to be generated or ordered. */
    public Optional<BatchItem> next(String batchId) {
        return handle.createQuery(ITEMS + " WHERE stands = 'TO_DO' ORDER BY position LIMIT 1")
                .bind("batch", batchId)
                .map((row, _) -> item(row))
                .findOne();
    }

    /**
     * Its letter is there, and what had to be done about it is.
     *
     * @return false where that was done before, or is wanted no longer
     */
    public boolean made(String batchId, int position, String letterId) {
        return handle.createUpdate("UPDATE batch_item SET state = '" + MADE + "', letter_id = :letter"
                                + " WHERE batch_id = :batch AND position = :position AND state = 'TO_DO'")
                        .bind("letter", letterId)
                        .bind("batch", batchId)
                        .bind("position", position)
                        .execute()
                == 1;
    }

    /** Nothing is printed for it; what is over already stays as it is. */
    public void leaveOut(String batchId, int position, LeftOutReason why) {
        handle.createUpdate("UPDATE batch_item SET state = 'LEFT_OUT', reason = :why, claim = NULL"
                        + " WHERE batch_id = :batch AND position = :position AND state IN ('TO_DO', '" + MADE + "')")
                .bind("why", why.name())
                .bind("batch", batchId)
                .bind("position", position)
                .execute();
    }

    /**
     * Its document is handed out as a part of the batch.
     *
     * @param before the part in which it was handed out before, or null
     * @return false where somebody else was quicker, or the batch was ended
     */
    public boolean handedOut(
            String batchId, int position, @Nullable String before, String claim, boolean earlierSheet) {
        return handle.createUpdate("UPDATE batch_item SET claim = :claim,"
                                + " earlier_sheet = CASE WHEN :earlier = 1 THEN 1 ELSE earlier_sheet END"
                                + " WHERE batch_id = :batch AND position = :position AND state = '" + MADE + "' AND "
                                + (before == null ? "claim IS NULL" : "claim = :before"))
                        .bind("claim", claim)
                        .bind("earlier", earlierSheet ? 1 : 0)
                        .bind("batch", batchId)
                        .bind("position", position)
                        .bindMap(before == null ? Map.of() : Map.of("before", before))
                        .execute()
                == 1;
    }

    /** Somebody ends it: what is not under way yet stays behind. */
    public void cancel(String batchId, Instant at) {
        handle.createUpdate("UPDATE batch SET cancelled_at = :at, to_do = 0, lease = NULL, lease_until = 0"
                        + " WHERE id = :batch AND cancelled_at IS NULL")
                .bind("at", at.toEpochMilli())
                .bind("batch", batchId)
                .execute();
        handle.createUpdate("UPDATE batch_item SET state = 'CANCELLED' WHERE batch_id = :batch AND position IN"
                        + " (SELECT position FROM (" + ITEMS + ") AS open_ones WHERE stands IN ('TO_DO', 'READY'))")
                .bind("batch", batchId)
                .execute();
    }

    /** The letters that wait for the office's printer and have not been sent to it. */
    public List<String> ordered(String batchId) {
        return handle.createQuery("SELECT i.letter_id FROM batch_item i JOIN print_job j ON j.letter_id = i.letter_id"
                        + " WHERE i.batch_id = :batch AND i.state = '" + MADE + "' AND j.state = 'QUEUED'"
                        + " AND j.cancelled = 0 ORDER BY i.position")
                .bind("batch", batchId)
                .mapTo(String.class)
                .list();
    }

    /** Something became of it. */
    public void active(String batchId, StoredBatch.Pace pace) {
        handle.createUpdate("UPDATE batch SET active_at = :active, anchor_at = :since, anchor_done = :done"
                        + " WHERE id = :batch")
                .bind("active", pace.activeAt().toEpochMilli())
                .bind("since", pace.since().toEpochMilli())
                .bind("done", pace.done())
                .bind("batch", batchId)
                .execute();
    }

    /** Leases those in which there is something to do. A lease that ran out is due again: its node is taken to have ended. */
    public List<BatchLease> lease(Instant now, Duration length, int limit) {
        String token = UUID.randomUUID().toString();
        int leased = handle.createUpdate("UPDATE batch SET lease = :token, lease_until = :until WHERE id IN"
                        + " (SELECT id FROM batch WHERE to_do = 1 AND lease_until <= :now ORDER BY started_at, id"
                        + " LIMIT :limit" + skipClaimed + ")")
                .bind("token", token)
                .bind("until", now.plus(length).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .execute();
        return leased == 0
                ? List.of()
                : handle.createQuery("SELECT * FROM batch WHERE lease = :token ORDER BY started_at, id")
                        .bind("token", token)
                        .map((row, _) -> new BatchLease(read(row), token))
                        .list();
    }

    /**
     * Holds the lease for longer.
     *
     * @return false when it was lost meanwhile, or nothing is to be done any more
     */
    public boolean hold(BatchLease lease, Instant now, Duration length) {
        return handle.createUpdate("UPDATE batch SET lease_until = :until, active_at = :now"
                                + " WHERE id = :batch AND lease = :token AND to_do = 1")
                        .bind("until", now.plus(length).toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .bind("batch", lease.batch().id())
                        .bind("token", lease.token())
                        .execute()
                == 1;
    }

    /**
     * Gives the lease back.
     *
     * @param done whether nothing is to be done any more
     */
    public void giveBack(BatchLease lease, boolean done) {
        handle.createUpdate("UPDATE batch SET lease = NULL, lease_until = 0, to_do = CASE WHEN :done = 1 THEN 0"
                        + " ELSE to_do END WHERE id = :batch AND lease = :token")
                .bind("done", done ? 1 : 0)
                .bind("batch", lease.batch().id())
                .bind("token", lease.token())
                .execute();
    }

    private static StoredBatch read(ResultSet row) throws SQLException {
        long cancelled = row.getLong("cancelled_at");
        Instant cancelledAt = row.wasNull() ? null : Instant.ofEpochMilli(cancelled);
        return new StoredBatch(
                row.getString("id"),
                OfficeCode.valueOf(row.getString("office")),
                PrintingBy.valueOf(row.getString("printing")),
                new StoredLetter.Person(row.getString("started_by"), row.getString("started_by_name")),
                Role.valueOf(row.getString("started_by_role")),
                Instant.ofEpochMilli(row.getLong("started_at")),
                cancelledAt,
                new StoredBatch.Pace(
                        Instant.ofEpochMilli(row.getLong("active_at")),
                        Instant.ofEpochMilli(row.getLong("anchor_at")),
                        row.getInt("anchor_done")));
    }

    private static BatchItem item(ResultSet row) throws SQLException {
        BatchItem.State state = BatchItem.State.valueOf(row.getString("stands"));
        String why = row.getString("why");
        String claim = row.getString("paper");
        long claimed = row.getLong("claimed_at");
        return new BatchItem(
                row.getInt("position"),
                row.getString("pensioner_id"),
                row.getString("letter_id"),
                row.getString("reference"),
                row.getInt("generated") == 1,
                state,
                state == BatchItem.State.LEFT_OUT && why != null ? LeftOutReason.valueOf(why) : null,
                claim == null
                        ? null
                        : new BatchItem.Paper(
                                claim,
                                new StoredLetter.Person(row.getString("claimed_by"), row.getString("claimed_by_name")),
                                Instant.ofEpochMilli(claimed)),
                row.getInt("earlier_sheet") == 1);
    }
}
