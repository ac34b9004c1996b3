package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistSort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who stands on which worklist: indexed statements over rows that are kept beside the status row. */
public final class Worklists {
    static final String ADD = "INSERT INTO worklist_item (pensioner_id, list, office, step, since, due, agent_id,"
            + " agent_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    /** Sorts after every moment that is due. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final String SINCE_BOUND = "since <= :until";

    private final Handle handle;

    Worklists(Handle handle) {
        this.handle = handle;
    }

    /**
     * That somebody stands on a list. Moments are kept to the millisecond.
     *
     * @param due when something ends that is waited for; null where nothing does
     * @param agentId who had the file last; null where nobody is known, as is the name
     */
    public record Entry(
            String pensionerId,
            Worklist list,
            OfficeCode office,
            int step,
            Instant since,
            @Nullable Instant due,
            @Nullable String agentId,
            @Nullable String agentName) {
        public Entry {
            since = Instant.ofEpochMilli(since.toEpochMilli());
            due = due == null ? null : Instant.ofEpochMilli(due.toEpochMilli());
        }

        public Cursor cursor() {
            return new Cursor(since.toEpochMilli(), millis(due), step, pensionerId);
        }

        private static long millis(@Nullable Instant due) {
            return due == null ? NEVER : due.toEpochMilli();
        }

        @Nullable
        Object[] values() {
            return new @Nullable Object[] {
                pensionerId, list.key(), office.name(), step, since.toEpochMilli(), millis(due), agentId, agentName
            };
        }
    }

    /** The place of an entry in any order. */
    public record Cursor(long since, long due, int step, String pensionerId) {
        private static final Pattern WRITTEN =
                Pattern.compile("(-?[0-9]{1,18})\\.(-?[0-9]{1,19})\\.([0-9]{1,2})~([A-Za-z0-9-]{1,64})");

        /** Reads what {@link #toString} has written; empty when it is none. */
        public static Optional<Cursor> read(String written) {
            Matcher parts = WRITTEN.matcher(written);
            if (!parts.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Cursor(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        parts.group(4)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return since + "." + due + "." + step + "~" + pensionerId;
        }
    }

    /**
     * What is read of a list.
     *
     * @param list under which it is kept
     * @param until only who has stood there since then or before; null for everybody
     * @param dueBy only what is due until then; null for everything
     * @param step of the manual, or null
     * @param agentId who had the file last, or null
     */
    public record Part(
            Worklist list,
            @Nullable Instant until,
            @Nullable Instant dueBy,
            @Nullable Integer step,
            @Nullable String agentId) {}

    /** A list of an office that is no longer as it was. */
    public record Changed(OfficeCode office, Worklist list) {}

    /**
     * Keeps on which lists somebody stands from now on.
     *
     * @param entries all of them, about this person
     * @return the lists that are no longer as they were
     */
    public Set<Changed> put(String pensionerId, Collection<Entry> entries) {
        Set<Entry> before = new HashSet<>(of(pensionerId));
        Set<Entry> now = Set.copyOf(entries);
        if (before.equals(now)) {
            return Set.of();
        }
        handle.execute("DELETE FROM worklist_item WHERE pensioner_id = ?", pensionerId);
        for (Entry entry : now) {
            @Nullable Object[] values = entry.values();
            var insert = handle.createUpdate(ADD);
            for (int i = 0; i < values.length; i++) {
                insert.bind(i, values[i]);
            }
            insert.execute();
        }
        Set<Changed> changed = new HashSet<>();
        before.stream().filter(entry -> !now.contains(entry)).forEach(entry -> changed.add(changed(entry)));
        now.stream().filter(entry -> !before.contains(entry)).forEach(entry -> changed.add(changed(entry)));
        return changed;
    }

    private static Changed changed(Entry entry) {
        return new Changed(entry.office(), entry.list());
    }

    /** Where this person stands; a list of a newer program is left out. */
    public List<Entry> of(String pensionerId) {
        return handle
                .createQuery("SELECT * FROM worklist_item WHERE pensioner_id = :id")
                .bind("id", pensionerId)
                .map((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those of these people who stand on an office's list, whoever waits before them, the longest waiting first. */
    public List<Entry> among(Worklist list, OfficeCode office, Collection<String> pensionerIds) {
        if (pensionerIds.isEmpty()) {
            return List.of();
        }
        return handle
                .createQuery("SELECT * FROM worklist_item WHERE list = :list AND office = :office"
                        + " AND pensioner_id IN (<people>) ORDER BY since, pensioner_id")
                .bind("list", list.key())
                .bind("office", office.name())
                .bindList("people", List.copyOf(pensionerIds))
                .map((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many stand there. */
    public int count(Part part, OfficeCode office) {
        Map<String, Object> values = new LinkedHashMap<>();
        return handle.createQuery("SELECT COUNT(*) FROM worklist_item WHERE " + condition(part, office, values))
                .bindMap(values)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * What comes after the cursor, among those that come first on the list.
     *
     * @param after null for the beginning
     * @param depth how many of each office's list are looked at, counted from its beginning
     */
    public List<Entry> page(
            Part part, Collection<OfficeCode> offices, WorklistSort sort, @Nullable Cursor after, int depth, int size) {
        // one indexed walk an office: over several at once the databases would sort the whole list
        List<Entry> found = new ArrayList<>();
        for (OfficeCode office : offices) {
            found.addAll(page(part, office, sort, after, depth, size));
        }
        return found.stream().sorted(comparator(sort)).limit(size).toList();
    }

    /**
     * Whether most of a list has stood there for so long. Then the rows are read in their order and the few others passed over; by
     * the moment, the database would read them all and sort them.
     */
    private boolean isMost(Part part, OfficeCode office) {
        Part any = new Part(part.list(), null, part.dueBy(), part.step(), part.agentId());
        return part.until() != null && 2 * count(part, office) > count(any, office);
    }

    private List<Entry> page(
            Part part, OfficeCode office, WorklistSort sort, @Nullable Cursor after, int depth, int size) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean inOrder = (sort == WorklistSort.DUE || sort == WorklistSort.STEP) && isMost(part, office);
        String condition = condition(part, office, values);
        String first = "SELECT * FROM worklist_item WHERE "
                + (inOrder ? condition.replace(SINCE_BOUND, "+" + SINCE_BOUND) : condition) + " ORDER BY "
                + order(sort) + " LIMIT :depth";
        values.put("depth", depth);
        String further = "";
        if (after != null) {
            further = " WHERE " + after(sort);
            values.put("cursorSince", after.since());
            values.put("cursorDue", after.due());
            values.put("cursorStep", after.step());
            values.put("cursorId", after.pensionerId());
        }
        return handle
                .createQuery("SELECT * FROM (" + first + ") AS first_ones" + further + " ORDER BY " + order(sort)
                        + " LIMIT :size")
                .bindMap(values)
                .bind("size", size)
                .map((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who had the files of a list last, by name. */
    public List<WorklistColleague> colleagues(Part part, Collection<OfficeCode> offices, int most) {
        Map<String, String> names = new LinkedHashMap<>();
        for (OfficeCode office : offices) {
            handle.createQuery("SELECT DISTINCT agent_id FROM worklist_item WHERE list = :list AND office = :office"
                            + " AND agent_id IS NOT NULL LIMIT :most")
                    .bind("list", part.list().key())
                    .bind("office", office.name())
                    .bind("most", most)
                    .mapTo(String.class)
                    .forEach(id -> names.computeIfAbsent(id, agent -> name(part.list(), office, agent)));
        }
        return names.entrySet().stream()
                .map(one -> new WorklistColleague(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(WorklistColleague::name).thenComparing(WorklistColleague::id))
                .toList();
    }

    private String name(Worklist list, OfficeCode office, String agentId) {
        return handle.createQuery("SELECT agent_name FROM worklist_item WHERE list = :list AND office = :office"
                        + " AND agent_id = :agent ORDER BY since DESC LIMIT 1")
                .bind("list", list.key())
                .bind("office", office.name())
                .bind("agent", agentId)
                .mapTo(String.class)
                .one();
    }

    private static String condition(Part part, OfficeCode office, Map<String, Object> values) {
        StringBuilder condition = new StringBuilder("list = :list AND office = :office");
        values.put("list", part.list().key());
        values.put("office", office.name());
        Instant until = part.until();
        if (until != null) {
            condition.append(" AND ").append(SINCE_BOUND);
            values.put("until", until.toEpochMilli());
        }
        Instant dueBy = part.dueBy();
        if (dueBy != null) {
            condition.append(" AND due <= :dueBy");
            values.put("dueBy", dueBy.toEpochMilli());
        }
        Integer step = part.step();
        if (step != null) {
            condition.append(" AND step = :step");
            values.put("step", step);
        }
        String agent = part.agentId();
        if (agent != null) {
            condition.append(" AND agent_id = :agent");
            values.put("agent", agent);
        }
        return condition.toString();
    }

    private static String order(WorklistSort sort) {
        return switch (sort) {
            case OLDEST -> "since, pensioner_id";
            case NEWEST -> "since DESC, pensioner_id DESC";
            case DUE -> "due, pensioner_id";
            case STEP -> "step, since, pensioner_id";
        };
    }

    private static String after(WorklistSort sort) {
        return switch (sort) {
            case OLDEST -> "(since, pensioner_id) > (:cursorSince, :cursorId)";
            case NEWEST -> "(since, pensioner_id) < (:cursorSince, :cursorId)";
            case DUE -> "(due, pensioner_id) > (:cursorDue, :cursorId)";
            case STEP -> "(step, since, pensioner_id) > (:cursorStep, :cursorSince, :cursorId)";
        };
    }

    /** As {@link #order}: ids are compared byte by byte here and there. */
    private static Comparator<Entry> comparator(WorklistSort sort) {
        Comparator<Entry> byId = Comparator.comparing(Entry::pensionerId);
        return switch (sort) {
            case OLDEST -> Comparator.comparing(Entry::since).thenComparing(byId);
            case NEWEST ->
                Comparator.comparing(Entry::since).thenComparing(byId).reversed();
            case DUE ->
                Comparator.comparingLong((Entry entry) -> Entry.millis(entry.due()))
                        .thenComparing(byId);
            case STEP ->
                Comparator.comparingInt(Entry::step).thenComparing(Entry::since).thenComparing(byId);
        };
    }

    private static Optional<Entry> read(ResultSet row) throws SQLException {
        Optional<Worklist> list = Worklist.of(row.getString("list"));
        if (list.isEmpty()) {
            return Optional.empty();
        }
        long due = row.getLong("due");
        return Optional.of(new Entry(
                row.getString("pensioner_id"),
                list.get(),
                OfficeCode.valueOf(row.getString("office")),
                row.getInt("step"),
                Instant.ofEpochMilli(row.getLong("since")),
                due == NEVER ? null : Instant.ofEpochMilli(due),
                row.getString("agent_id"),
                row.getString("agent_name")));
    }
}
