package eu.guichet.backend.store;

import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.OfficeCode;
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

/** The calls that people were promised: who promised them, for when, and what became of them. */
public final class Callbacks {
    private static final String OPEN = " FROM callback WHERE ended_at IS NULL";
    /** What is in an agent's list: one's own, and the office's. */
    private static final String IN_LIST =
            OPEN + " AND ((agent_id = :agent AND whose = 'PROMISER') OR (whose = 'OFFICE' AND office IN (<offices>)))";

    private static final String OF_COLLEAGUE = OPEN + " AND agent_id = :colleague AND office IN (<offices>)";

    /** Those about people for whom these offices are competent, wherever they were promised. */
    private static final String OPEN_APART = " FROM callback JOIN pensioner ON pensioner.id = pensioner_id"
            + " WHERE ended_at IS NULL AND pensioner.office IN (<offices>)";

    /** As in the list, but what was promised elsewhere is everybody's there. */
    private static final String IN_LIST_APART =
            OPEN_APART + " AND (agent_id = :agent OR whose = 'OFFICE' OR callback.office <> pensioner.office)";

    private static final String OF_COLLEAGUE_APART = OPEN_APART + " AND agent_id = :colleague";

    private final Handle handle;

    Callbacks(Handle handle) {
        this.handle = handle;
    }

    /**
     * Whose list is read.
     *
     * @param agentId whose own call-backs are in it
     * @param offices whose call-backs are in it, at least one
     * @param apart whether offices are kept apart: then a call is owed by the one that is competent, see
     *     {@link StoredCallback#owedAt}
     * @param colleagueId only what this agent promised there, for the office or not; null for the agent's own list
     */
    public record Of(
            String agentId,
            Collection<OfficeCode> offices,
            boolean apart,
            @Nullable String colleagueId) {
        public Of {
            offices = List.copyOf(offices);
        }
    }

    public void add(StoredCallback callback) {
        handle.createUpdate("INSERT INTO callback (id, pensioner_id, office, agent_id, agent_name, whose, note,"
                        + " promised_at, due_at, state, ended_at, ended_by, reason) VALUES (:id, :pensioner, :office,"
                        + " :agent, :name, :whose, :note, :promised, :due, :state, NULL, NULL, NULL)")
                .bind("id", callback.id())
                .bind("pensioner", callback.pensionerId())
                .bind("office", callback.office().name())
                .bind("agent", callback.agentId())
                .bind("name", callback.agentName())
                .bind("whose", callback.whose().name())
                .bind("note", callback.note())
                .bind("promised", callback.promisedAt().toEpochMilli())
                .bind("due", callback.due().toEpochMilli())
                .bind("state", callback.state().name())
                .execute();
    }

    public Optional<StoredCallback> find(String id) {
        return handle.createQuery("SELECT * FROM callback WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Those that this person is owed, the one that is due first before the others. */
    public List<StoredCallback> open(String pensionerId) {
        return handle.createQuery("SELECT *" + OPEN + " AND pensioner_id = :pensioner ORDER BY due_at, id")
                .bind("pensioner", pensionerId)
                .map((row, _) -> read(row))
                .list();
    }

    /** All about this person that are still kept, in the order in which they were promised. */
    public List<StoredCallback> of(String pensionerId) {
        return handle.createQuery("SELECT * FROM callback WHERE pensioner_id = :pensioner ORDER BY promised_at, id")
                .bind("pensioner", pensionerId)
                .map((row, _) -> read(row))
                .list();
    }

    /** Those of a list that are due first. */
    public List<StoredCallback> list(Of whose, int most) {
        String columns = whose.apart() ? "SELECT callback.*, pensioner.office AS competent" : "SELECT *";
        return asked(columns, whose, " ORDER BY due_at, callback.id LIMIT :most")
                .bind("most", most)
                .map((row, _) -> whose.apart()
                        ? read(row).owedAt(OfficeCode.valueOf(row.getString("competent")), whose.agentId())
                        : read(row))
                .list();
    }

    public int count(Of whose) {
        return asked("SELECT COUNT(*)", whose, "").mapTo(Integer.class).one();
    }

    private Query asked(String what, Of whose, String order) {
        String colleague = whose.colleagueId();
        List<String> offices = whose.offices().stream().map(OfficeCode::name).toList();
        Query query = handle.createQuery(what + listed(whose.apart(), colleague != null) + order)
                .bindList("offices", offices);
        return colleague == null ? query.bind("agent", whose.agentId()) : query.bind("colleague", colleague);
    }

    private static String listed(boolean apart, boolean ofColleague) {
        if (apart) {
            return ofColleague ? OF_COLLEAGUE_APART : IN_LIST_APART;
        }
        return ofColleague ? OF_COLLEAGUE : IN_LIST;
    }

    /** How many that this agent promised to make in person are late. */
    public int missed(Of whose, Instant now) {
        Query query = handle.createQuery("SELECT COUNT(*)" + (whose.apart() ? OPEN_APART : OPEN)
                + " AND agent_id = :agent AND whose = 'PROMISER' AND due_at < :now");
        if (whose.apart()) {
            query.bindList(
                    "offices", whose.offices().stream().map(OfficeCode::name).toList());
        }
        return query.bind("agent", whose.agentId())
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** Who promised those that are owed in these offices, by name; the newest name where somebody had several. */
    public List<WorklistColleague> colleagues(Collection<OfficeCode> offices, boolean apart, int most) {
        return handle
                .createQuery("SELECT agent_id, MAX(agent_name) AS agent_name"
                        + (apart ? OPEN_APART : OPEN + " AND office IN (<offices>)")
                        + " GROUP BY agent_id ORDER BY agent_name, agent_id LIMIT :most")
                .bindList("offices", offices.stream().map(OfficeCode::name).toList())
                .bind("most", most)
                .map((row, _) -> new WorklistColleague(row.getString("agent_id"), row.getString("agent_name")))
                .list()
                .stream()
                .sorted(Comparator.comparing(WorklistColleague::name).thenComparing(WorklistColleague::id))
                .toList();
    }

    /** Offices where one has become late after the first of these moments and up to the second. */
    public List<OfficeCode> late(boolean apart, Instant after, Instant upTo) {
        return handle
                .createQuery("SELECT DISTINCT "
                        + (apart
                                ? "pensioner.office FROM callback JOIN pensioner ON pensioner.id = pensioner_id WHERE ended_at IS NULL"
                                : "office" + OPEN)
                        + " AND due_at > :after AND due_at <= :upTo")
                .bind("after", after.toEpochMilli())
                .bind("upTo", upTo.toEpochMilli())
                .mapTo(String.class)
                .list()
                .stream()
                .map(OfficeCode::valueOf)
                .toList();
    }

    /** @param owed by whom it is to be made from now on; the moment is the other one */
    public void move(StoredCallback owed, Instant due) {
        handle.createUpdate("UPDATE callback SET due_at = :due, office = :office, whose = :whose"
                        + " WHERE id = :id AND ended_at IS NULL")
                .bind("id", owed.id())
                .bind("due", due.toEpochMilli())
                .bind("office", owed.office().name())
                .bind("whose", owed.whose().name())
                .execute();
    }

    /**
     * @param how never {@link CallbackState#OPEN}
     * @param by name of who ended it
     */
    public void end(String id, CallbackState how, @Nullable String reason, String by, Instant at) {
        handle.createUpdate("UPDATE callback SET state = :state, reason = :reason, ended_by = :by, ended_at = :at"
                        + " WHERE id = :id AND ended_at IS NULL")
                .bind("id", id)
                .bind("state", how.name())
                .bind("reason", reason)
                .bind("by", by)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static StoredCallback read(ResultSet row) throws SQLException {
        long ended = row.getLong("ended_at");
        Instant endedAt = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new StoredCallback(
                row.getString("id"),
                row.getString("pensioner_id"),
                OfficeCode.valueOf(row.getString("office")),
                row.getString("agent_id"),
                row.getString("agent_name"),
                CallbackBy.valueOf(row.getString("whose")),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("promised_at")),
                Instant.ofEpochMilli(row.getLong("due_at")),
                CallbackState.valueOf(row.getString("state")),
                endedAt,
                row.getString("ended_by"),
                row.getString("reason"));
    }
}
