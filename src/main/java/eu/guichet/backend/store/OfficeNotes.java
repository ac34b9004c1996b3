package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.contract.WorklistColleague;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What offices have left for each other: who left it, for whom, and what became of it. */
public final class OfficeNotes {
    private static final String WAITING = " FROM office_note WHERE ended_at IS NULL AND to_office IN (<offices>)";

    /** Those about people for whom these offices are competent, whichever they were left for. */
    private static final String WAITING_APART = " FROM office_note JOIN pensioner ON pensioner.id = pensioner_id"
            + " WHERE ended_at IS NULL AND pensioner.office IN (<offices>)";

    private final Handle handle;

    OfficeNotes(Handle handle) {
        this.handle = handle;
    }

    public void add(StoredOfficeNote note) {
        handle.createUpdate("INSERT INTO office_note (id, pensioner_id, from_office, to_office, agent_id, agent_name,"
                        + " note, written_at, state, taken_by, ended_at, ended_by) VALUES (:id, :pensioner, :from, :to,"
                        + " :agent, :name, :note, :written, :state, NULL, NULL, NULL)")
                .bind("id", note.id())
                .bind("pensioner", note.pensionerId())
                .bind("from", note.from().name())
                .bind("to", note.to().name())
                .bind("agent", note.agentId())
                .bind("name", note.agentName())
                .bind("note", note.note())
                .bind("written", note.writtenAt().toEpochMilli())
                .bind("state", note.state().name())
                .execute();
    }

    public Optional<StoredOfficeNote> find(String id) {
        return handle.createQuery("SELECT * FROM office_note WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Those about this person that wait, oldest first. */
    public List<StoredOfficeNote> waiting(String pensionerId) {
        return of(pensionerId, " AND ended_at IS NULL");
    }

    /** All about this person that are still kept, oldest first. */
    public List<StoredOfficeNote> of(String pensionerId) {
        return of(pensionerId, "");
    }

    private List<StoredOfficeNote> of(String pensionerId, String only) {
        return handle.createQuery(
                        "SELECT * FROM office_note WHERE pensioner_id = :pensioner" + only + " ORDER BY written_at, id")
                .bind("pensioner", pensionerId)
                .map((row, _) -> read(row))
                .list();
    }

    /**
     * Those that have waited longest in the lists of these offices, at least one.
     *
     * @param apart whether offices are kept apart: then a note waits in the list of the one that is competent
     * @param colleagueId only what this agent left; null for all
     */
    public List<StoredOfficeNote> list(
            Collection<OfficeCode> offices, boolean apart, @Nullable String colleagueId, int most) {
        String columns = apart ? "SELECT office_note.*, pensioner.office AS competent" : "SELECT *";
        return asked(columns, offices, apart, colleagueId, " ORDER BY written_at, office_note.id LIMIT :most")
                .bind("most", most)
                .map((row, _) ->
                        apart ? read(row).waitingAt(OfficeCode.valueOf(row.getString("competent"))) : read(row))
                .list();
    }

    /** How many wait; see {@link #list}. */
    public int count(Collection<OfficeCode> offices, boolean apart, @Nullable String colleagueId) {
        return asked("SELECT COUNT(*)", offices, apart, colleagueId, "")
                .mapTo(Integer.class)
                .one();
    }

    private Query asked(
            String what, Collection<OfficeCode> offices, boolean apart, @Nullable String colleagueId, String order) {
        String only = colleagueId == null ? "" : " AND agent_id = :colleague";
        Query query = handle.createQuery(what + waiting(apart) + only + order)
                .bindList("offices", offices.stream().map(OfficeCode::name).toList());
        return colleagueId == null ? query : query.bind("colleague", colleagueId);
    }

    private static String waiting(boolean apart) {
        return apart ? WAITING_APART : WAITING;
    }

    /** Who left those that wait for these offices, by name; see {@link #list}. */
    public List<WorklistColleague> colleagues(Collection<OfficeCode> offices, boolean apart, int most) {
        return handle
                .createQuery("SELECT agent_id, MAX(agent_name) AS agent_name" + waiting(apart)
                        + " GROUP BY agent_id ORDER BY agent_name, agent_id LIMIT :most")
                .bindList("offices", offices.stream().map(OfficeCode::name).toList())
                .bind("most", most)
                .map((row, _) -> new WorklistColleague(row.getString("agent_id"), row.getString("agent_name")))
                .list()
                .stream()
                .sorted(Comparator.comparing(WorklistColleague::name).thenComparing(WorklistColleague::id))
                .toList();
    }

    /**
     * @param by name of who sees to it
     * @param at the office for which that is done
     */
    public void take(String id, String by, OfficeCode at) {
        handle.createUpdate("UPDATE office_note SET state = :state, taken_by = :by, to_office = :at"
                        + " WHERE id = :id AND ended_at IS NULL")
                .bind("id", id)
                .bind("at", at.name())
                .bind("state", OfficeNoteState.TAKEN.name())
                .bind("by", by)
                .execute();
    }

    /**
     * @param how one that does not wait any more
     * @param by name of who ended it
     */
    public void end(String id, OfficeNoteState how, String by, Instant at) {
        handle.createUpdate("UPDATE office_note SET state = :state, ended_by = :by, ended_at = :at WHERE id = :id AND"
                        + " ended_at IS NULL")
                .bind("id", id)
                .bind("state", how.name())
                .bind("by", by)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static StoredOfficeNote read(ResultSet row) throws SQLException {
        long ended = row.getLong("ended_at");
        Instant endedAt = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new StoredOfficeNote(
                row.getString("id"),
                row.getString("pensioner_id"),
                OfficeCode.valueOf(row.getString("from_office")),
                OfficeCode.valueOf(row.getString("to_office")),
                row.getString("agent_id"),
                row.getString("agent_name"),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("written_at")),
                OfficeNoteState.valueOf(row.getString("state")),
                row.getString("taken_by"),
                endedAt,
                row.getString("ended_by"));
    }
}
