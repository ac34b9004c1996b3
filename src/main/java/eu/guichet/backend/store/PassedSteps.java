package eu.guichet.backend.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** When people passed the steps of the manual, as derived from their events. */
public final class PassedSteps {
    static final String ADD = "INSERT INTO passed_step (pensioner_id, step, office, passed_at, from_step, took)"
            + " VALUES (?, ?, ?, ?, ?, ?)";

    private final Handle handle;

    PassedSteps(Handle handle) {
        this.handle = handle;
    }

    /**
     * That somebody passed a step. Moments are kept to the millisecond.
     *
     * @param office the person's
     * @param from the reported step before; null for the first, as is {@code took}
     * @param took in milliseconds since then
     */
    public record Passed(
            String pensionerId,
            int step,
            String office,
            Instant at,
            @Nullable Integer from,
            @Nullable Long took) {
        public Passed {
            at = Instant.ofEpochMilli(at.toEpochMilli());
        }

        @Nullable
        Object[] values() {
            return new @Nullable Object[] {pensionerId, step, office, at.toEpochMilli(), from, took};
        }
    }

    /** Keeps which steps this person has passed, all of them. */
    public void put(String pensionerId, List<Passed> passed) {
        Set<Passed> before = new HashSet<>(of(pensionerId));
        if (before.equals(Set.copyOf(passed))) {
            return;
        }
        handle.execute("DELETE FROM passed_step WHERE pensioner_id = ?", pensionerId);
        if (passed.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch(ADD);
        passed.forEach(one -> rows.add(one.values()));
        rows.execute();
    }

    public List<Passed> of(String pensionerId) {
        return handle.createQuery("SELECT * FROM passed_step WHERE pensioner_id = :id ORDER BY step")
                .bind("id", pensionerId)
                .map((row, _) -> read(row))
                .list();
    }

    private static Passed read(ResultSet row) throws SQLException {
        int from = row.getInt("from_step");
        boolean first = row.wasNull();
        return new Passed(
                row.getString("pensioner_id"),
                row.getInt("step"),
                row.getString("office"),
                Instant.ofEpochMilli(row.getLong("passed_at")),
                first ? null : from,
                first ? null : row.getLong("took"));
    }
}
