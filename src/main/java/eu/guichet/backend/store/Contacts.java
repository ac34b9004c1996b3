package eu.guichet.backend.store;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.OfficeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Calls, visits, tickets and worklist items: who worked on whose file, from when to when, and the agent's own line. */
public final class Contacts {
    private final Handle handle;

    Contacts(Handle handle) {
        this.handle = handle;
    }

    public void add(StoredContact contact) {
        handle.createUpdate("INSERT INTO contact (id, pensioner_id, agent_id, agent_name, office, reason, opened_at,"
                        + " read_at, touched_at, closed_at, note) VALUES (:id, :pensioner, :agent, :name, :office,"
                        + " :reason, :opened, NULL, :opened, NULL, :note)")
                .bind("id", contact.id())
                .bind("pensioner", contact.pensionerId())
                .bind("agent", contact.agentId())
                .bind("name", contact.agentName())
                .bind("office", contact.office().name())
                .bind("reason", contact.reason().value())
                .bind("opened", contact.openedAt().toEpochMilli())
                .bind("note", contact.note())
                .execute();
    }

    public Optional<StoredContact> find(String id) {
        return handle.createQuery("SELECT * FROM contact WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The agent's open one about this person. */
    public Optional<StoredContact> open(String agentId, String pensionerId) {
        return handle.createQuery("SELECT * FROM contact WHERE agent_id = :agent AND pensioner_id = :pensioner"
                        + " AND closed_at IS NULL")
                .bind("agent", agentId)
                .bind("pensioner", pensionerId)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** All that the agent has open, oldest first. */
    public List<StoredContact> open(String agentId) {
        return handle.createQuery("SELECT * FROM contact WHERE agent_id = :agent AND closed_at IS NULL"
                        + " ORDER BY opened_at, id")
                .bind("agent", agentId)
                .map((row, context) -> read(row))
                .list();
    }

    /** Who had this person's file last, and who has it now; empty where nobody is known any more. */
    public Optional<StoredContact> last(String pensionerId) {
        return handle.createQuery("SELECT * FROM contact WHERE pensioner_id = :pensioner"
                        + " ORDER BY opened_at DESC, id LIMIT 1")
                .bind("pensioner", pensionerId)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** All about this person that are still kept, oldest first. */
    public List<StoredContact> of(String pensionerId) {
        return handle.createQuery("SELECT * FROM contact WHERE pensioner_id = :pensioner ORDER BY opened_at, id")
                .bind("pensioner", pensionerId)
                .map((row, context) -> read(row))
                .list();
    }

    /** By person, the name of whoever else has the file open, the one who opened it first. */
    public Map<String, String> atWork(Collection<String> pensionerIds, String butNot) {
        if (pensionerIds.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT * FROM contact WHERE pensioner_id IN (<ids>) AND closed_at IS NULL"
                        + " AND agent_id <> :agent ORDER BY opened_at, id")
                .bindList("ids", List.copyOf(pensionerIds))
                .bind("agent", butNot)
                .map((row, context) -> read(row))
                .stream()
                .collect(Collectors.toMap(
                        StoredContact::pensionerId, StoredContact::agentName, (first, later) -> first));
    }

    /** Open ones that nobody has touched since, the longest abandoned first; at most {@code limit}. */
    public List<StoredContact> untouchedSince(Instant since, int limit) {
        return handle.createQuery("SELECT * FROM contact WHERE closed_at IS NULL AND touched_at <= :since"
                        + " ORDER BY touched_at, id LIMIT :limit")
                .bind("since", since.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    /** The agent did something in it. */
    public void touch(String id, Instant at) {
        handle.createUpdate("UPDATE contact SET touched_at = :at WHERE id = :id")
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** The file was read in it for the first time. */
    public void read(String id, Instant at) {
        handle.createUpdate("UPDATE contact SET read_at = :at WHERE id = :id AND read_at IS NULL")
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    public void correct(String id, AccessReason reason) {
        handle.createUpdate("UPDATE contact SET reason = :reason WHERE id = :id")
                .bind("reason", reason.value())
                .bind("id", id)
                .execute();
    }

    public void note(String id, String note) {
        handle.createUpdate("UPDATE contact SET note = :note WHERE id = :id")
                .bind("note", note)
                .bind("id", id)
                .execute();
    }

    public void close(String id, Instant at) {
        handle.createUpdate("UPDATE contact SET closed_at = :at WHERE id = :id AND closed_at IS NULL")
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    private static StoredContact read(ResultSet row) throws SQLException {
        return new StoredContact(
                row.getString("id"),
                row.getString("pensioner_id"),
                row.getString("agent_id"),
                row.getString("agent_name"),
                OfficeCode.valueOf(row.getString("office")),
                new AccessReason(row.getString("reason")),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                instant(row, "read_at"),
                instant(row, "closed_at"),
                row.getString("note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
