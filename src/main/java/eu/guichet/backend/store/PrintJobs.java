package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The print queue of the offices' printers. No row ever has a document or a code. */
public final class PrintJobs {
    private final Handle handle;
    private final String skipClaimed;

    /** @param skipClaimed ends a SELECT that claims its rows */
    PrintJobs(Handle handle, String skipClaimed) {
        this.handle = handle;
        this.skipClaimed = skipClaimed;
    }

    /** Adds a job that is due at once. */
    public void add(StoredPrintJob job) {
        handle.createUpdate("INSERT INTO print_job (id, letter_id, pensioner_id, office, state, ordered_by,"
                        + " ordered_by_name, ordered_at, changed_at, due_at) VALUES (:id, :letter, :pensioner, :office,"
                        + " :state, :by, :byName, :at, :at, :at)")
                .bind("id", job.id())
                .bind("letter", job.letterId())
                .bind("pensioner", job.pensionerId())
                .bind("office", job.office().name())
                .bind("state", job.state().name())
                .bind("by", job.orderedBy().id())
                .bind("byName", job.orderedBy().name())
                .bind("at", job.orderedAt().toEpochMilli())
                .execute();
    }

    /** The job that was ordered last for this letter. */
    public Optional<StoredPrintJob> latest(String letterId) {
        return Optional.ofNullable(latest(List.of(letterId)).get(letterId));
    }

    /** For each of these letters for which there is any, the job that was ordered last. */
    public Map<String, StoredPrintJob> latest(Collection<String> letterIds) {
        return letterIds.isEmpty()
                ? Map.of()
                : handle
                        .createQuery("SELECT * FROM print_job WHERE letter_id IN (<letters>) ORDER BY ordered_at, id")
                        .bindList("letters", List.copyOf(letterIds))
                        .map((row, _) -> read(row))
                        .stream()
                        .collect(Collectors.toMap(StoredPrintJob::letterId, Function.identity(), (_, later) -> later));
    }

    /**
     * Leases what is due, longest due first. A lease that ran out is due again: its node is taken to have ended.
     *
     * @param limit how many at most
     */
    public List<PrintLease> lease(Instant now, Duration length, int limit) {
        String token = UUID.randomUUID().toString();
        int leased = handle.createUpdate("UPDATE print_job SET lease = :token, lease_until = :until WHERE id IN"
                        + " (SELECT id FROM print_job WHERE due_at IS NOT NULL AND due_at <= :now"
                        + " AND lease_until <= :now ORDER BY due_at, id LIMIT :limit" + skipClaimed + ")")
                .bind("token", token)
                .bind("until", now.plus(length).toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .execute();
        return leased == 0
                ? List.of()
                : handle.createQuery("SELECT * FROM print_job WHERE lease = :token ORDER BY due_at, id")
                        .bind("token", token)
                        .map((row, _) -> new PrintLease(read(row), token))
                        .list();
    }

    /**
     * Keeps how a job stands now, and gives the lease back.
     *
     * @param dueAt when it has to be looked at next; null once nothing more becomes of it
     * @return false when the lease was lost meanwhile; nothing is changed then
     */
    public boolean put(PrintLease lease, StoredPrintJob now, @Nullable Instant dueAt) {
        return update(lease, now, dueAt, ", lease = NULL, lease_until = 0");
    }

    /** As {@link #put}, and keeps the lease. */
    public boolean keep(PrintLease lease, StoredPrintJob now) {
        return update(lease, now, now.orderedAt(), "");
    }

    private boolean update(PrintLease lease, StoredPrintJob now, @Nullable Instant dueAt, String more) {
        PrintTrouble trouble = now.trouble();
        return handle.createUpdate("UPDATE print_job SET state = :state, trouble = :trouble, changed_at = :changed,"
                                + " claim = :claim, printer_job = :number, due_at = :due" + more
                                + " WHERE id = :id AND lease = :token")
                        .bind("state", now.state().name())
                        .bind("trouble", trouble == null ? null : trouble.name())
                        .bind("changed", now.changedAt().toEpochMilli())
                        .bind("claim", now.claim())
                        .bind("number", now.printerJob())
                        .bind("due", dueAt == null ? null : dueAt.toEpochMilli())
                        .bind("id", lease.job().id())
                        .bind("token", lease.token())
                        .execute()
                == 1;
    }

    /** Somebody wants the job no more; whoever looks after it next sees to it. */
    public void cancel(String id, Instant now) {
        handle.createUpdate("UPDATE print_job SET cancelled = 1, due_at = :now WHERE id = :id AND due_at IS NOT NULL")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /**
     * What nothing has become of yet.
     *
     * @param stopped those among the jobs whose printer cannot go on
     * @param oldest when the oldest of them was ordered, or null when there is none
     */
    public record Waiting(long jobs, long stopped, @Nullable Instant oldest) {}

    public Waiting waiting() {
        return handle.createQuery(
                        "SELECT COUNT(*), COUNT(trouble), MIN(ordered_at) FROM print_job" + " WHERE due_at IS NOT NULL")
                .map((row, _) -> {
                    long jobs = row.getLong(1);
                    return new Waiting(jobs, row.getLong(2), jobs == 0 ? null : Instant.ofEpochMilli(row.getLong(3)));
                })
                .one();
    }

    private static StoredPrintJob read(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        int number = row.getInt("printer_job");
        Integer printerJob = row.wasNull() ? null : Integer.valueOf(number);
        return new StoredPrintJob(
                row.getString("id"),
                row.getString("letter_id"),
                row.getString("pensioner_id"),
                OfficeCode.valueOf(row.getString("office")),
                new StoredLetter.Person(row.getString("ordered_by"), row.getString("ordered_by_name")),
                Instant.ofEpochMilli(row.getLong("ordered_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")),
                PrintState.valueOf(row.getString("state")),
                trouble == null ? null : PrintTrouble.valueOf(trouble),
                row.getString("claim"),
                printerJob,
                row.getInt("cancelled") == 1);
    }
}
