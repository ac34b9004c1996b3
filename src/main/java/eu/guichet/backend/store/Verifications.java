package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.contract.VerificationMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How and by whom people were identified, the misses, and the locks that follow from them. */
public final class Verifications {
    /** Locks from before they named an agent stop everybody. */
    private static final String OF_THE_AGENT = " AND (agent_id = :agent OR agent_id IS NULL)";

    private final Handle handle;

    Verifications(Handle handle) {
        this.handle = handle;
    }

    public void add(StoredContact contact, Verification verification) {
        handle.createUpdate("INSERT INTO verification (pensioner_id, agent_id, contact_id, method, verified_at,"
                        + " valid_until) VALUES (:pensioner, :agent, :contact, :method, :at, :until)")
                .bind("pensioner", contact.pensionerId())
                .bind("agent", contact.agentId())
                .bind("contact", contact.id())
                .bind("method", verification.method().name())
                .bind("at", verification.at().toEpochMilli())
                .bind("until", verification.validUntil().toEpochMilli())
                .execute();
    }

    /** The latest verification made in this contact that is still in force. */
    public Optional<Verification> inForce(String contactId, Instant now) {
        return handle.createQuery("SELECT method, verified_at, valid_until FROM verification"
                        + " WHERE contact_id = :contact AND valid_until > :now ORDER BY valid_until DESC LIMIT 1")
                .bind("contact", contactId)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Verification(
                        VerificationMethod.valueOf(row.getString(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3))))
                .findOne();
    }

    /** What was verified in this contact, by whichever way, serves no longer. */
    public void end(String contactId, Instant now) {
        handle.createUpdate(
                        "UPDATE verification SET valid_until = :now WHERE contact_id = :contact AND valid_until > :now")
                .bind("contact", contactId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** What somebody typed about this person does not match. */
    public void miss(String pensionerId, Missed by, Instant at) {
        handle.createUpdate("INSERT INTO verification_miss (pensioner_id, agent_id, agent_name, office, missed_at)"
                        + " VALUES (:pensioner, :agent, :name, :office, :at)")
                .bind("pensioner", pensionerId)
                .bind("agent", by.agentId())
                .bind("name", by.name())
                .bind("office", by.office() == null ? null : by.office().name())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** Of the agent's latest {@code count} misses after {@code since}, about whomever, the oldest; empty where there are fewer. */
    public Optional<Instant> latestMissesOf(String agentId, Instant since, int count) {
        return handle.createQuery(
                        "SELECT missed_at FROM verification_miss WHERE agent_id = :agent AND missed_at > :since"
                                + " ORDER BY missed_at DESC LIMIT 1 OFFSET :before")
                .bind("agent", agentId)
                .bind("since", since.toEpochMilli())
                .bind("before", count - 1)
                .map((row, context) -> Instant.ofEpochMilli(row.getLong(1)))
                .findOne();
    }

    /** Misses of this agent after {@code since} that no lock has answered yet. */
    public int misses(String pensionerId, String agentId, Instant since) {
        return handle.createQuery("SELECT COUNT(*) FROM verification_miss WHERE pensioner_id = :pensioner"
                        + " AND agent_id = :agent AND missed_at > :since AND missed_at > COALESCE((SELECT MAX(locked_at)"
                        + " FROM verification_lock WHERE pensioner_id = :pensioner" + OF_THE_AGENT + "), -1)")
                .bind("pensioner", pensionerId)
                .bind("agent", agentId)
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /** Stops the tries of this agent about this person, and of nobody else: so nobody can lock out everybody. */
    public void lock(String pensionerId, String agentId, Instant at, Instant until) {
        handle.createUpdate("INSERT INTO verification_lock (pensioner_id, agent_id, locked_at, locked_until)"
                        + " VALUES (:pensioner, :agent, :at, :until)")
                .bind("pensioner", pensionerId)
                .bind("agent", agentId)
                .bind("at", at.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .execute();
    }

    public Optional<VerificationLock> lock(String pensionerId, String agentId, Instant now) {
        return handle.createQuery("SELECT locked_until FROM verification_lock WHERE pensioner_id = :pensioner"
                        + OF_THE_AGENT + " AND locked_until > :now ORDER BY locked_until DESC LIMIT 1")
                .bind("pensioner", pensionerId)
                .bind("agent", agentId)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new VerificationLock(Instant.ofEpochMilli(row.getLong(1))))
                .findOne();
    }

    /**
     * A lock in force.
     *
     * @param missed whose misses led to it
     */
    public record Locked(String pensionerId, Instant since, Instant until, List<Missed> missed) {
        public Locked {
            missed = List.copyOf(missed);
        }
    }

    /**
     * Whoever typed something that did not match.
     *
     * @param name as colleagues know it; null for a miss from before names were kept
     * @param office where it was typed; null for a miss from before
     */
    public record Missed(
            String agentId, @Nullable String name, @Nullable OfficeCode office) {}

    /**
     * That somebody tried to identify a person.
     *
     * @param by name of the agent
     * @param method null for a miss
     */
    public record Checked(Instant at, String by, @Nullable VerificationMethod method) {}

    /**
     * A verification that is kept, in force or not.
     *
     * @param id names it as long as it is kept
     * @param until when it served no longer
     * @param agentName as colleagues know the agent
     */
    public record Made(
            String id,
            String contactId,
            VerificationMethod method,
            Instant at,
            Instant until,
            String agentId,
            String agentName) {}

    /** What is kept of how this person was identified in contacts, oldest first. */
    public List<Made> made(String pensionerId) {
        return handle.createQuery(
                        "SELECT v.contact_id, v.method, v.verified_at, v.valid_until, v.agent_id, c.agent_name"
                                + " FROM verification v LEFT JOIN contact c ON c.id = v.contact_id"
                                + " WHERE v.pensioner_id = :pensioner AND v.contact_id IS NOT NULL"
                                + " ORDER BY v.verified_at, v.contact_id")
                .bind("pensioner", pensionerId)
                .map((row, _) -> made(row))
                .list();
    }

    private Made made(ResultSet row) throws SQLException {
        String contact = row.getString("contact_id");
        long at = row.getLong("verified_at");
        String agent = row.getString("agent_id");
        String name = row.getString("agent_name");
        return new Made(
                contact + "-" + at,
                contact,
                VerificationMethod.valueOf(row.getString("method")),
                Instant.ofEpochMilli(at),
                Instant.ofEpochMilli(row.getLong("valid_until")),
                agent,
                name == null ? new Audit(handle, List.of()).nameOf(agent) : name);
    }

    /** What is still kept of how this person was identified, and of the misses, oldest first. */
    public List<Checked> of(String pensionerId) {
        return handle.createQuery("SELECT verified_at AS at, agent_id, method FROM verification"
                        + " WHERE pensioner_id = :pensioner UNION ALL SELECT missed_at, agent_id, NULL"
                        + " FROM verification_miss WHERE pensioner_id = :pensioner ORDER BY at, agent_id")
                .bind("pensioner", pensionerId)
                .map((row, context) -> checked(row))
                .list();
    }

    private Checked checked(ResultSet row) throws SQLException {
        String method = row.getString("method");
        return new Checked(
                Instant.ofEpochMilli(row.getLong("at")),
                new Audit(handle, List.of()).nameOf(row.getString("agent_id")),
                method == null ? null : VerificationMethod.valueOf(method));
    }

    /** All locks in force, the newest first. */
    public List<Locked> locked(Instant now) {
        return handle
                .createQuery("SELECT pensioner_id, MAX(locked_at) AS since, MAX(locked_until) AS until"
                        + " FROM verification_lock WHERE locked_until > :now GROUP BY pensioner_id ORDER BY since DESC")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Locked(
                        row.getString(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        List.of()))
                .stream()
                .map(lock -> new Locked(lock.pensionerId(), lock.since(), lock.until(), whoMissed(lock, now)))
                .toList();
    }

    /** The agents whose tries are stopped; for a lock from before, all who missed. */
    private List<Missed> whoMissed(Locked lock, Instant now) {
        return handle.createQuery("SELECT DISTINCT agent_id, agent_name, office FROM verification_miss"
                        + " WHERE pensioner_id = :pensioner AND missed_at <= :since AND EXISTS"
                        + " (SELECT 1 FROM verification_lock stopped WHERE stopped.pensioner_id = :pensioner"
                        + " AND stopped.locked_until > :now"
                        + " AND (stopped.agent_id = verification_miss.agent_id OR stopped.agent_id IS NULL))"
                        + " ORDER BY agent_id")
                .bind("pensioner", lock.pensionerId())
                .bind("since", lock.since().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> missed(row))
                .list();
    }

    private static Missed missed(ResultSet row) throws SQLException {
        String office = row.getString("office");
        return new Missed(
                row.getString("agent_id"),
                row.getString("agent_name"),
                office == null ? null : OfficeCode.valueOf(office));
    }

    /** @return whether there was a lock to end */
    public boolean unlock(String pensionerId, Instant now) {
        return handle.createUpdate("UPDATE verification_lock SET locked_until = :now"
                                + " WHERE pensioner_id = :pensioner AND locked_until > :now")
                        .bind("pensioner", pensionerId)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }
}
