package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ReachedLimit;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * How much of an hour's measure agents have used up, and how often they were refused because of a limit: with all backends on
 * this store together.
 */
public final class LimitUses {
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long MINUTES_PER_HOUR = 60;
    private static final long MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

    private final Handle handle;

    LimitUses(Handle handle) {
        this.handle = handle;
    }

    /**
     * What an agent has used up of one limit.
     *
     * @param until in microseconds of the epoch: so far ahead of now as what is used up takes to come back
     */
    public record Used(String agentId, String limit, long until) {}

    /** @param cost how long it takes to come back, in microseconds */
    public record Cost(String agentId, String limit, long cost) {}

    /** @param minute of the epoch in which an agent was refused so often, the last time at {@code lastAt} */
    public record Hits(
            String agentId, String agentName, OfficeCode office, String limit, long minute, int hits, Instant lastAt) {
        public static long minute(Instant at) {
            return at.toEpochMilli() / MILLIS_PER_MINUTE;
        }
    }

    /**
     * Adds to what was used up.
     *
     * @param costs always in the same order, so that two that add to the same wait for each other and not for ever
     * @param now in microseconds of the epoch
     * @return what is used up then, also by others
     */
    public List<Used> add(List<Cost> costs, long now) {
        if (costs.isEmpty()) {
            return List.of();
        }
        String rows = IntStream.range(0, costs.size())
                .mapToObj(i -> "(:a" + i + ", :l" + i + ", :u" + i + ")")
                .collect(Collectors.joining(", "));
        Query adding = handle.createQuery("INSERT INTO limit_use (agent_id, limit_key, used_until) VALUES " + rows
                        + " ON CONFLICT (agent_id, limit_key) DO UPDATE SET used_until = excluded.used_until - :now"
                        + " + CASE WHEN limit_use.used_until > :now THEN limit_use.used_until ELSE :now END"
                        + " RETURNING agent_id, limit_key, used_until")
                .bind("now", now);
        for (int i = 0; i < costs.size(); i++) {
            Cost one = costs.get(i);
            adding.bind("a" + i, one.agentId()).bind("l" + i, one.limit()).bind("u" + i, now + one.cost());
        }
        return adding.map((row, _) -> new Used(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Of everybody who has used up anything. */
    public List<Used> usedAfter(long now) {
        return handle.createQuery("SELECT agent_id, limit_key, used_until FROM limit_use WHERE used_until > :now")
                .bind("now", now)
                .map((row, _) -> new Used(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Of one agent. */
    public List<Used> used(String agentId, long now) {
        return handle.createQuery("SELECT agent_id, limit_key, used_until FROM limit_use WHERE agent_id = :agent"
                        + " AND used_until > :now")
                .bind("agent", agentId)
                .bind("now", now)
                .map((row, _) -> new Used(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** Adds refusals to those of the same minute. */
    public void add(Hits hits) {
        handle.createUpdate("INSERT INTO limit_hit (agent_id, office, limit_key, minute, agent_name, hits, last_at)"
                        + " VALUES (:agent, :office, :limit, :minute, :name, :hits, :at)"
                        + " ON CONFLICT (agent_id, office, limit_key, minute) DO UPDATE SET hits = limit_hit.hits"
                        + " + excluded.hits, agent_name = excluded.agent_name, last_at = CASE WHEN limit_hit.last_at >"
                        + " excluded.last_at THEN limit_hit.last_at ELSE excluded.last_at END")
                .bind("agent", hits.agentId())
                .bind("office", hits.office().name())
                .bind("limit", hits.limit())
                .bind("minute", hits.minute())
                .bind("name", hits.agentName())
                .bind("hits", hits.hits())
                .bind("at", hits.lastAt().toEpochMilli())
                .execute();
    }

    /**
     * Who was refused because of which limit in the last 24 hours, who last was first.
     *
     * @param offices where they work
     */
    public List<ReachedLimit> reached(Set<OfficeCode> offices, Instant now) {
        long minute = Hits.minute(now);
        return handle.createQuery("SELECT agent_id, MAX(agent_name), office, limit_key, SUM(hits),"
                        + " SUM(CASE WHEN minute > :hour THEN hits ELSE 0 END), MAX(last_at) FROM limit_hit"
                        + " WHERE minute > :day AND office IN (<offices>) GROUP BY agent_id, office, limit_key"
                        + " ORDER BY MAX(last_at) DESC, agent_id, limit_key")
                .bind("hour", minute - MINUTES_PER_HOUR)
                .bind("day", minute - MINUTES_PER_DAY)
                .bindList("offices", offices.stream().map(OfficeCode::name).toList())
                .map((row, _) -> new ReachedLimit(
                        row.getString(1),
                        row.getString(2),
                        OfficeCode.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getInt(6),
                        row.getInt(5),
                        Instant.ofEpochMilli(row.getLong(7))))
                .list();
    }
}
