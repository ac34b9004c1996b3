package eu.guichet.backend.store;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.contract.Role;
import eu.guichet.contract.VerificationMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Acts that are laid before a supervisor to be looked at afterwards, and what was found. */
public final class Reviews {
    /** Whoever approved it: the row of the decision follows that of the act, in one transaction. */
    private static final String APPROVED_BY = "(SELECT decided.agent_id FROM audit AS decided"
            + " WHERE decided.sequence = audit.sequence + 1 AND decided.act = 'approval-decided'"
            + " AND decided.pensioner_id = audit.pensioner_id AND decided.effective = 1"
            + " AND decided.outcome LIKE '% done')";

    private static final String WHOLE = "SELECT audit.*, review.id AS review_id, review.why, review.verification,"
            + " review.verdict, review.note, review.judged_by, review.judged_by_name, review.judged_at, "
            + APPROVED_BY + " AS approved_by"
            + " FROM review JOIN audit ON audit.sequence = review.sequence";

    private final Handle handle;

    Reviews(Handle handle) {
        this.handle = handle;
    }

    /** Up to which day a sample of this office was drawn; empty where none ever was. */
    public Optional<LocalDate> drawn(OfficeCode office) {
        return handle.createQuery("SELECT day FROM sample_day WHERE office = :office")
                .bind("office", office.name())
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse);
    }

    /**
     * Keeps that this day is drawn.
     *
     * @return false where it was drawn before, or is being drawn by another that commits first
     */
    public boolean draw(OfficeCode office, LocalDate day) {
        return handle.createUpdate("INSERT INTO sample_day (office, day) VALUES (:office, :day)"
                                + " ON CONFLICT (office) DO UPDATE SET day = excluded.day"
                                + " WHERE sample_day.day < excluded.day")
                        .bind("office", office.name())
                        .bind("day", day.toString())
                        .execute()
                == 1;
    }

    /** Numbers of the rows of the trail that say that somebody of this office did one of these acts, the end not included. */
    public List<Long> done(OfficeCode office, Set<AuditAct> acts, Instant from, Instant until) {
        return rows(acts, " AND office = :office AND happened_at >= :from AND happened_at < :until")
                .bind("office", office.name())
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .mapTo(Long.class)
                .list();
    }

    /** The same of one contact, both ends included. */
    public List<Long> done(String contactId, Set<AuditAct> acts, Instant from, Instant until) {
        return rows(acts, " AND contact_id = :contact AND happened_at >= :from AND happened_at <= :until")
                .bind("contact", contactId)
                .bind("from", from.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .mapTo(Long.class)
                .list();
    }

    /** The first of one contact from a moment on; empty where there is none. */
    public Optional<Long> first(String contactId, AuditAct act, Instant from) {
        return rows(Set.of(act), " AND contact_id = :contact AND happened_at >= :from")
                .bind("contact", contactId)
                .bind("from", from.toEpochMilli())
                .setMaxRows(1)
                .mapTo(Long.class)
                .findFirst();
    }

    private Query rows(Set<AuditAct> acts, String which) {
        return handle.createQuery("SELECT sequence FROM audit WHERE effective = 1 AND pensioner_id IS NOT NULL"
                        + " AND role <> :program AND act IN (<acts>)" + which + " ORDER BY sequence")
                .bind("program", Role.PROCESS.name())
                .bindList("acts", keys(acts));
    }

    private static List<String> keys(Set<AuditAct> acts) {
        return acts.stream().map(AuditAct::key).sorted().toList();
    }

    /** Lays these acts before a supervisor; each once for each cause. */
    public void lay(Collection<Long> sequences, ReviewWhy why, Instant now) {
        for (Long sequence : sequences) {
            handle.createUpdate("INSERT INTO review (id, sequence, why, verification, laid_at)"
                            + " SELECT :id, audit.sequence, :why, (SELECT method FROM verification"
                            + " WHERE verification.contact_id = audit.contact_id AND verified_at <= audit.happened_at"
                            + " ORDER BY verified_at DESC LIMIT 1), :now FROM audit WHERE audit.sequence = :sequence"
                            + " ON CONFLICT (sequence, why) DO NOTHING")
                    .bind("id", UUID.randomUUID().toString())
                    .bind("sequence", sequence)
                    .bind("why", why.name())
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
    }

    /**
     * What nobody has looked at, what was laid first first.
     *
     * @param offices where it was done
     * @param butOf id of whoever did or approved it and does not look at it
     */
    public List<StoredReview> open(Set<OfficeCode> offices, String butOf, int most) {
        return handle.createQuery(WHOLE + " WHERE review.verdict IS NULL AND audit.office IN (<offices>)"
                        + " AND audit.agent_id <> :but AND COALESCE(" + APPROVED_BY
                        + ", '') <> :but ORDER BY review.laid_at, audit.sequence, review.id LIMIT :most")
                .bindList("offices", offices.stream().map(OfficeCode::name).toList())
                .bind("but", butOf)
                .bind("most", most)
                .map((row, _) -> read(row))
                .list();
    }

    public Optional<StoredReview> find(String id) {
        return handle.createQuery(WHOLE + " WHERE review.id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /**
     * Keeps what was found.
     *
     * @return false where somebody has looked before
     */
    public boolean judge(String id, StoredReview.Judged judged) {
        return handle.createUpdate("UPDATE review SET verdict = :verdict, note = :note, judged_by = :by,"
                                + " judged_by_name = :name, judged_at = :at WHERE id = :id AND verdict IS NULL")
                        .bind("verdict", judged.verdict().name())
                        .bind("note", judged.note())
                        .bind("by", judged.by().id())
                        .bind("name", judged.by().name())
                        .bind("at", judged.at().toEpochMilli())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    private static StoredReview read(ResultSet row) throws SQLException {
        String method = row.getString("verification");
        return new StoredReview(
                row.getString("review_id"),
                ReviewWhy.valueOf(row.getString("why")),
                Audit.read(row),
                row.getString("approved_by"),
                method == null ? null : VerificationMethod.valueOf(method),
                judged(row));
    }

    private static StoredReview.@Nullable Judged judged(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new StoredReview.Judged(
                        ReviewVerdict.Verdict.valueOf(verdict),
                        Objects.requireNonNullElse(row.getString("note"), ""),
                        new StoredLetter.Person(row.getString("judged_by"), row.getString("judged_by_name")),
                        Instant.ofEpochMilli(row.getLong("judged_at")));
    }
}
