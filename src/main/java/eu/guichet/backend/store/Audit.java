package eu.guichet.backend.store;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The audit trail. Rows are added and read; there is no statement that changes or removes one. */
public final class Audit {
    private static final String ADD =
            "INSERT INTO audit (sequence, happened_at, agent_id, agent_name, role, office, act,"
                    + " pensioner_id, contact_id, reason, outcome, effective) VALUES (:sequence, :at, :agent, :name, :role, :office,"
                    + " :act, :pensioner, :contact, :reason, :outcome, :effective)";

    private final Handle handle;
    private final List<AuditRow> waiting;

    /** @param waiting rows that are added when the transaction ends */
    Audit(Handle handle, List<AuditRow> waiting) {
        this.handle = handle;
        this.waiting = waiting;
    }

    /**
     * Adds a row when the transaction ends, last of all: whoever numbers a row holds up all others who do. Until then it is not
     * read here either.
     */
    public void add(AuditRow row) {
        waiting.add(row);
    }

    /** Their sequence numbers follow the last row's, without gaps. */
    void write() {
        if (waiting.isEmpty()) {
            return;
        }
        long sequence =
                handle.createQuery("UPDATE counter SET value = value + :rows WHERE name = 'audit' RETURNING value")
                                .bind("rows", waiting.size())
                                .mapTo(Long.class)
                                .one()
                        - waiting.size();
        PreparedBatch rows = handle.prepareBatch(ADD);
        for (AuditRow row : waiting) {
            rows.bind("sequence", ++sequence)
                    .bind("at", row.at().toEpochMilli())
                    .bind("agent", row.agentId())
                    .bind("name", row.agentName())
                    .bind("role", row.role().name())
                    .bind("office", row.office().name())
                    .bind("act", row.act().key())
                    .bind("pensioner", row.pensionerId())
                    .bind("reason", row.reason())
                    .bind("contact", row.contactId())
                    .bind("outcome", row.outcome())
                    .bind("effective", row.effective() ? 1 : 0)
                    .add();
        }
        rows.execute();
        waiting.clear();
    }

    /** What was about one person, or, with null, everything; in all offices. */
    public AuditPage page(@Nullable String pensionerId, @Nullable Long before, int size) {
        Set<OfficeCode> all = EnumSet.allOf(OfficeCode.class);
        return page(AuditQuery.EVERYTHING.about(pensionerId).before(before), all, ZoneOffset.UTC, size);
    }

    /**
     * A page, newest first.
     *
     * @param offices only what was done in these
     * @param zone in which a day begins and ends
     */
    public AuditPage page(AuditQuery wanted, Set<OfficeCode> offices, ZoneId zone, int size) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>(List.of("sequence < :before"));
        Long before = wanted.before();
        values.put("before", before == null ? Long.MAX_VALUE : before);
        narrow(conditions, values, "pensioner_id", "pensioner", wanted.pensionerId());
        narrow(conditions, values, "agent_id", "agent", wanted.agentId());
        narrow(conditions, values, "contact_id", "contact", wanted.contactId());
        narrow(conditions, values, "act", "act", wanted.act());
        OfficeCode office = wanted.office();
        narrow(conditions, values, office == null ? offices : offices.contains(office) ? Set.of(office) : Set.of());
        since(conditions, values, "on", wanted.on(), zone);
        until(conditions, values, "on", wanted.on(), zone);
        since(conditions, values, "first", wanted.from(), zone);
        until(conditions, values, "last", wanted.until(), zone);
        List<AuditEntry> rows = handle.createQuery("SELECT * FROM audit WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY sequence DESC LIMIT :size")
                .bindMap(values)
                .bind("size", size + 1)
                .map((row, context) -> read(row))
                .list();
        boolean more = rows.size() > size;
        List<AuditEntry> page = more ? rows.subList(0, size) : rows;
        return new AuditPage(page, more ? page.getLast().sequence() : null);
    }

    /** Everything that was about this person, oldest first. */
    public List<AuditEntry> all(String pensionerId) {
        return handle.createQuery("SELECT * FROM audit WHERE pensioner_id = :pensioner ORDER BY sequence")
                .bind("pensioner", pensionerId)
                .map((row, context) -> read(row))
                .list();
    }

    /** What was done for the person in this contact, oldest first. */
    public List<AuditAct> doneIn(String contactId) {
        return handle
                .createQuery("SELECT act FROM audit WHERE contact_id = :contact AND effective = 1 ORDER BY sequence")
                .bind("contact", contactId)
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(act -> AuditAct.of(act).stream())
                .filter(AuditAct::inNote)
                .toList();
    }

    /** Id of the agent who did this for the person last. */
    public Optional<String> lastToDo(String pensionerId, AuditAct act) {
        return handle.createQuery("SELECT agent_id FROM audit WHERE pensioner_id = :pensioner AND act = :act"
                        + " AND effective = 1 ORDER BY sequence DESC LIMIT 1")
                .bind("pensioner", pensionerId)
                .bind("act", act.key())
                .mapTo(String.class)
                .findOne();
    }

    private static void narrow(
            List<String> conditions, Map<String, Object> values, String column, String name, @Nullable String value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            values.put(name, value);
        }
    }

    private static void since(
            List<String> conditions, Map<String, Object> values, String name, @Nullable LocalDate day, ZoneId zone) {
        if (day != null) {
            conditions.add("happened_at >= :" + name + "_begin");
            values.put(name + "_begin", day.atStartOfDay(zone).toInstant().toEpochMilli());
        }
    }

    private static void until(
            List<String> conditions, Map<String, Object> values, String name, @Nullable LocalDate day, ZoneId zone) {
        if (day != null) {
            conditions.add("happened_at < :" + name + "_end");
            values.put(
                    name + "_end",
                    day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
        }
    }

    private static void narrow(List<String> conditions, Map<String, Object> values, Set<OfficeCode> offices) {
        if (offices.isEmpty()) {
            conditions.add("1 = 0");
        } else if (offices.size() == 1) {
            narrow(
                    conditions,
                    values,
                    "office",
                    "office",
                    offices.iterator().next().name());
        } else if (offices.size() < OfficeCode.values().length) {
            List<String> names = new ArrayList<>();
            for (OfficeCode office : offices) {
                String name = "office" + names.size();
                values.put(name, office.name());
                names.add(":" + name);
            }
            // no bare column: through the index of the offices all rows of each would be sorted for one page
            conditions.add("COALESCE(office, '') IN (" + String.join(", ", names) + ")");
        }
    }

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                Instant.ofEpochMilli(row.getLong("happened_at")),
                row.getString("agent_id"),
                row.getString("agent_name"),
                Role.valueOf(row.getString("role")),
                OfficeCode.valueOf(row.getString("office")),
                row.getString("act"),
                row.getString("pensioner_id"),
                row.getString("contact_id"),
                row.getString("reason"),
                row.getString("outcome"));
    }

    /** The name under which this agent acted last; the id where there is none. */
    public String nameOf(String agentId) {
        return handle.createQuery("SELECT agent_name FROM audit WHERE agent_id = :agent ORDER BY sequence DESC LIMIT 1")
                .bind("agent", agentId)
                .mapTo(String.class)
                .findOne()
                .orElse(agentId);
    }

    /** Where the agent with this id worked last; null where nobody of this id has ever done anything. */
    public @Nullable OfficeCode officeOf(String agentId) {
        return handle.createQuery("SELECT office FROM audit WHERE agent_id = :agent ORDER BY sequence DESC LIMIT 1")
                .bind("agent", agentId)
                .mapTo(String.class)
                .findOne()
                .map(OfficeCode::valueOf)
                .orElse(null);
    }
}
