package eu.guichet.backend.store;

import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.ApprovalReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Acts that wait for a supervisor, and what became of them. Written under the lock of the person they are about. */
public final class Approvals {
    private final Handle handle;

    Approvals(Handle handle) {
        this.handle = handle;
    }

    public void add(StoredApproval approval) {
        StoredApproval.Asker asker = approval.asker();
        handle.createUpdate("INSERT INTO approval (id, pensioner_id, act, request, request_hash, reasons, asked_by,"
                        + " asked_by_name, asked_by_role, office, offices, idem_key, contact_id, asked_at, lapses_at,"
                        + " state) VALUES (:id, :pensioner, :act, :request, :hash, :reasons, :by, :name, :role, :office,"
                        + " :offices, :key, :contact, :asked, :lapses, :state)")
                .bind("id", approval.id())
                .bind("pensioner", approval.pensionerId())
                .bind("act", approval.act().name())
                .bind("request", approval.request().written())
                .bind("hash", approval.requestHash())
                .bind("reasons", ApprovalReason.written(approval.reasons()))
                .bind("by", asker.id())
                .bind("name", asker.name())
                .bind("role", asker.role().name())
                .bind("office", asker.office().name())
                .bind(
                        "offices",
                        asker.offices().stream().sorted().map(OfficeCode::name).collect(Collectors.joining(" ")))
                .bind("key", approval.key())
                .bind("contact", approval.contactId())
                .bind("asked", approval.askedAt().toEpochMilli())
                .bind("lapses", approval.lapsesAt().toEpochMilli())
                .bind("state", approval.state().name())
                .execute();
    }

    public Optional<StoredApproval> find(String id) {
        return handle.createQuery("SELECT * FROM approval WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** What was asked for with this key. */
    public Optional<StoredApproval> find(String askerId, String key) {
        return handle.createQuery("SELECT * FROM approval WHERE asked_by = :by AND idem_key = :key")
                .bind("by", askerId)
                .bind("key", key)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** What this agent has asked for, decided or not, the latest first. */
    public List<StoredApproval> askedBy(String agentId, int most) {
        return handle.createQuery("SELECT * FROM approval WHERE asked_by = :by ORDER BY asked_at DESC, id LIMIT :most")
                .bind("by", agentId)
                .bind("most", most)
                .map((row, _) -> read(row))
                .list();
    }

    /** What nobody has decided about this person, lapsed or not, oldest first. */
    public List<StoredApproval> asked(String pensionerId) {
        return handle.createQuery("SELECT * FROM approval WHERE pensioner_id = :pensioner AND state = 'ASKED'"
                        + " ORDER BY asked_at, id")
                .bind("pensioner", pensionerId)
                .map((row, _) -> read(row))
                .list();
    }

    /**
     * Those of these people of whom a letter may want an approval, or one too many may be generated: one was since a moment, the
     * register has sent something since another, or an approval is asked for already. It may name too many; histories decide.
     */
    public Set<String> mayBeWanted(Collection<String> pensionerIds, Instant letters, Instant addresses) {
        if (pensionerIds.isEmpty()) {
            return Set.of();
        }
        return handle.createQuery("SELECT pensioner_id FROM event WHERE pensioner_id IN (<people>)"
                        + " AND ((occurred_at >= :letters AND payload LIKE '%letter-generated%')"
                        + " OR (occurred_at >= :addresses AND payload LIKE '%register-changed%'))"
                        + " UNION SELECT pensioner_id FROM approval WHERE pensioner_id IN (<people>)"
                        + " AND act = :letter AND state = 'ASKED'")
                .bindList("people", List.copyOf(pensionerIds))
                .bind("letter", ApprovalAct.GENERATE_LETTER.name())
                .bind("letters", letters.toEpochMilli())
                .bind("addresses", addresses.toEpochMilli())
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    /** What was asked for in this contact, decided or not, oldest first. */
    public List<StoredApproval> in(String contactId) {
        return handle.createQuery("SELECT * FROM approval WHERE contact_id = :contact ORDER BY asked_at, id")
                .bind("contact", contactId)
                .map((row, _) -> read(row))
                .list();
    }

    /** What nobody has decided in time, the oldest first. */
    public List<StoredApproval> lapsed(Instant now, int limit) {
        return handle.createQuery("SELECT * FROM approval WHERE state = 'ASKED' AND lapses_at <= :now"
                        + " ORDER BY lapses_at, id LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list();
    }

    /**
     * Keeps how it ended.
     *
     * @return false where that was decided before
     */
    public boolean decide(StoredApproval decided) {
        StoredApproval.Decided how = decided.decision();
        if (how == null) {
            throw new IllegalArgumentException("not decided");
        }
        StoredLetter.Person by = how.by();
        return handle.createUpdate("UPDATE approval SET state = :state, decided_by = :by, decided_by_name = :name,"
                                + " decided_at = :at, decision_reason = :reason, result_id = :result"
                                + " WHERE id = :id AND state = 'ASKED'")
                        .bind("state", decided.state().name())
                        .bind("by", by == null ? null : by.id())
                        .bind("name", by == null ? null : by.name())
                        .bind("at", how.at().toEpochMilli())
                        .bind("reason", how.reason())
                        .bind("result", how.resultId())
                        .bind("id", decided.id())
                        .execute()
                == 1;
    }

    private static StoredApproval read(ResultSet row) throws SQLException {
        ApprovalAct act = ApprovalAct.valueOf(row.getString("act"));
        return new StoredApproval(
                row.getString("id"),
                row.getString("pensioner_id"),
                ApprovalRequest.read(act, row.getString("request")),
                row.getString("request_hash"),
                ApprovalReason.read(row.getString("reasons")),
                new StoredApproval.Asker(
                        row.getString("asked_by"),
                        row.getString("asked_by_name"),
                        Role.valueOf(row.getString("asked_by_role")),
                        OfficeCode.valueOf(row.getString("office")),
                        Arrays.stream(row.getString("offices").split(" ", -1))
                                .map(OfficeCode::valueOf)
                                .collect(Collectors.toSet())),
                row.getString("idem_key"),
                row.getString("contact_id"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Instant.ofEpochMilli(row.getLong("lapses_at")),
                ApprovalState.valueOf(row.getString("state")),
                decided(row));
    }

    private static StoredApproval.@Nullable Decided decided(ResultSet row) throws SQLException {
        long at = row.getLong("decided_at");
        if (row.wasNull()) {
            return null;
        }
        String by = row.getString("decided_by");
        return new StoredApproval.Decided(
                by == null ? null : new StoredLetter.Person(by, row.getString("decided_by_name")),
                Instant.ofEpochMilli(at),
                row.getString("decision_reason"),
                row.getString("result_id"));
    }
}
