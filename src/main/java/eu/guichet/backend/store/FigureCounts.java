package eu.guichet.backend.store;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.FigureCount;
import eu.guichet.contract.FirstContacts;
import eu.guichet.contract.FunnelStep;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.StepTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Figures of a period: counted by the database over indexes, of the trail, of the rows beside the histories, and of the letters. */
public final class FigureCounts {
    private static final int STEPS = 16;
    private static final long MILLIS = 1000;
    /** What she brought about herself, and not a worklist. */
    private static final String BY_HER = " AND (%1$s.reason IN ('call', 'counter') OR %1$s.reason LIKE 'ticket %%')";

    private final Handle handle;

    FigureCounts(Handle handle) {
        this.handle = handle;
    }

    /**
     * Whose acts, and when.
     *
     * @param offices where they were done; at least one
     * @param agentId only this agent's, or null
     * @param until exclusive
     */
    public record Part(
            Collection<OfficeCode> offices, @Nullable String agentId, Instant from, Instant until) {}

    /** Contacts that were opened, by {@code call}, {@code counter}, {@code ticket} and {@code worklist}. */
    public List<FigureCount> contacts(Part part) {
        String reason = "CASE WHEN reason LIKE 'ticket %' THEN 'ticket' WHEN reason LIKE 'worklist%' THEN 'worklist'"
                + " ELSE COALESCE(reason, '') END";
        return counted(part, AuditAct.CONTACT_OPENED, reason);
    }

    /** Messages that were sent again, by kind. */
    public List<FigureCount> resends(Part part) {
        return counted(part, AuditAct.MESSAGE_SENT, "REPLACE(outcome, 'queued ', '')");
    }

    public int letters(Part part) {
        return counted(part, AuditAct.LETTER_GENERATED, "act").stream()
                .mapToInt(FigureCount::count)
                .sum();
    }

    private List<FigureCount> counted(Part part, AuditAct act, String key) {
        return bound(
                        "SELECT " + key + ", COUNT(*) FROM audit WHERE act = :act AND effective = 1"
                                + " AND happened_at >= :from AND happened_at < :until" + whose(part)
                                + " GROUP BY 1 ORDER BY 2 DESC, 1",
                        part)
                .bind("act", act.key())
                .map((row, _) -> new FigureCount(row.getString(1), row.getInt(2)))
                .list();
    }

    /** @param decided what was closed after this moment may still be followed by another */
    public FirstContacts firstContacts(Part part, int days, Instant decided) {
        String again = "EXISTS (SELECT 1 FROM audit AS later WHERE later.pensioner_id = audit.pensioner_id"
                + " AND later.sequence > audit.sequence AND later.act = :opened AND later.effective = 1"
                + " AND later.happened_at < audit.happened_at + :span" + BY_HER.formatted("later") + ")";
        return bound(
                        "SELECT COUNT(*), COALESCE(SUM(again), 0), COALESCE(SUM(CASE WHEN again = 0"
                                + " AND happened_at > :decided THEN 1 ELSE 0 END), 0) FROM (SELECT audit.happened_at,"
                                + " CASE WHEN " + again + " THEN 1 ELSE 0 END AS again FROM audit WHERE act = :act"
                                + " AND outcome IN ('closed', 'closed, with a note')" + BY_HER.formatted("audit")
                                + " AND happened_at >= :from AND happened_at < :until" + whose(part) + ") AS closed",
                        part)
                .bind("act", AuditAct.CONTACT_CLOSED.key())
                .bind("opened", AuditAct.CONTACT_OPENED.key())
                .bind("span", Duration.ofDays(days).toMillis())
                .bind("decided", decided.toEpochMilli())
                .map((row, _) -> new FirstContacts(
                        row.getInt(1),
                        row.getInt(1) - row.getInt(2) - row.getInt(3),
                        row.getInt(2),
                        row.getInt(3),
                        days))
                .one();
    }

    /** How many of these offices' people stand at each step now. */
    public List<FunnelStep> funnel(Collection<OfficeCode> offices) {
        Map<Integer, Integer> here = new HashMap<>();
        handle.createQuery(
                        "SELECT step, COUNT(*) FROM enrolment_status WHERE office IN (<offices>) GROUP BY office, step")
                .bindList("offices", names(offices))
                .map((row, _) -> Map.entry(row.getInt(1), row.getInt(2)))
                .forEach(one -> here.merge(one.getKey(), one.getValue(), Integer::sum));
        List<FunnelStep> funnel = new ArrayList<>();
        int reached = 0;
        for (int step = STEPS; step >= 1; step--) {
            reached += here.getOrDefault(step, 0);
            funnel.addFirst(new FunnelStep(step, here.getOrDefault(step, 0), reached));
        }
        return funnel;
    }

    /**
     * Those of whom the first step was reported in one period.
     *
     * @param passed how many of them have passed each step, from the first on, or a later one
     */
    public record Began(int people, List<Integer> passed) {
        public Began {
            passed = List.copyOf(passed);
        }
    }

    /**
     * How far those have come until now who began in each of several periods.
     *
     * @param bounds when each begins, in order, and when the last ends
     */
    public List<Began> began(Collection<OfficeCode> offices, List<Instant> bounds) {
        int periods = bounds.size() - 1;
        StringBuilder place = new StringBuilder("CASE");
        for (int i = 1; i < periods; i++) {
            place.append(" WHEN passed_at < ")
                    .append(bounds.get(i).toEpochMilli())
                    .append(" THEN ")
                    .append(i - 1);
        }
        place.append(" ELSE ").append(periods - 1).append(" END");
        // of each period, how many came exactly so far
        int[][] furthest = new int[periods][STEPS + 1];
        handle.createQuery("SELECT place, furthest, COUNT(*) FROM (SELECT " + place + " AS place,"
                        + " (SELECT MAX(step) FROM passed_step AS later"
                        + " WHERE later.pensioner_id = passed_step.pensioner_id) AS furthest FROM passed_step"
                        + " WHERE office IN (<offices>) AND passed_at >= :from AND passed_at < :until"
                        + " AND from_step IS NULL) AS began GROUP BY place, furthest")
                .bindList("offices", names(offices))
                .bind("from", bounds.getFirst().toEpochMilli())
                .bind("until", bounds.getLast().toEpochMilli())
                .map((row, _) -> new int[] {row.getInt(1), row.getInt(2), row.getInt(3)})
                .forEach(row -> furthest[row[0]][row[1]] = row[2]);
        return Arrays.stream(furthest).map(FigureCounts::began).toList();
    }

    private static Began began(int[] furthest) {
        List<Integer> passed = new ArrayList<>();
        int so = 0;
        for (int step = STEPS; step >= 1; step--) {
            so += furthest[step];
            passed.addFirst(so);
        }
        return new Began(so, passed);
    }

    /** The offices' people who passed a step in the period: how long after the one before. */
    public List<StepTime> times(Part part) {
        return handle.createQuery("SELECT from_step, step, MAX(people),"
                        + " MAX(CASE WHEN place = (people + 1) / 2 THEN took END),"
                        + " MAX(CASE WHEN place = (people * 9 + 9) / 10 THEN took END)"
                        + " FROM (SELECT from_step, step, took,"
                        + " ROW_NUMBER() OVER (PARTITION BY from_step, step ORDER BY took) AS place,"
                        + " COUNT(*) OVER (PARTITION BY from_step, step) AS people FROM passed_step"
                        + " WHERE office IN (<offices>) AND passed_at >= :from AND passed_at < :until"
                        + " AND from_step IS NOT NULL) AS ranked GROUP BY from_step, step ORDER BY step, from_step")
                .bindList("offices", names(part.offices()))
                .bind("from", part.from().toEpochMilli())
                .bind("until", part.until().toEpochMilli())
                .map((row, _) -> new StepTime(
                        row.getInt(1), row.getInt(2), row.getInt(3), row.getLong(4) / MILLIS, row.getLong(5) / MILLIS))
                .list();
    }

    /** Letters of these offices' letter desks that came back on these days, the last among them, by reason. */
    public List<FigureCount> returns(Collection<OfficeCode> offices, LocalDate from, LocalDate last) {
        return handle.createQuery("SELECT COALESCE(return_reason, ''), COUNT(*) FROM letter WHERE office IN (<offices>)"
                        + " AND returned_on >= :from AND returned_on <= :last GROUP BY 1 ORDER BY 2 DESC, 1")
                .bindList("offices", names(offices))
                .bind("from", from.toString())
                .bind("last", last.toString())
                .map((row, _) -> new FigureCount(row.getString(1), row.getInt(2)))
                .list();
    }

    private static String whose(Part part) {
        return " AND audit.office IN (<offices>)" + (part.agentId() == null ? "" : " AND audit.agent_id = :agent");
    }

    private Query bound(String sql, Part part) {
        Query query = handle.createQuery(sql)
                .bindList("offices", names(part.offices()))
                .bind("from", part.from().toEpochMilli())
                .bind("until", part.until().toEpochMilli());
        return part.agentId() == null ? query : query.bind("agent", part.agentId());
    }

    private static List<String> names(Collection<OfficeCode> offices) {
        return offices.stream().map(OfficeCode::name).toList();
    }
}
