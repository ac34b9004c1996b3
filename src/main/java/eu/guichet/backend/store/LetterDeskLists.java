package eu.guichet.backend.store;

import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.OfficeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The lists of a letter desk: indexed statements over what is kept beside each letter. */
public final class LetterDeskLists {
    private final Handle handle;

    LetterDeskLists(Handle handle) {
        this.handle = handle;
    }

    /**
     * What the lists are asked for.
     *
     * @param today the office's day
     * @param from its first instant
     * @param to the first instant of the next day
     * @param late a letter for a desk of which nothing was told since is the letter desk's
     */
    public record View(OfficeCode office, LocalDate today, Instant from, Instant to, Instant late) {}

    /**
     * Where a page ends.
     *
     * @param key what its list is ordered by
     */
    public record Cursor(String key, String letterId) {
        private static final Pattern WRITTEN = Pattern.compile("([0-9-]{1,20})~([A-Za-z0-9-]{1,64})");

        /** Reads what {@link #toString} has written; empty when it is none. */
        public static Optional<Cursor> read(String written) {
            Matcher parts = WRITTEN.matcher(written);
            return parts.matches() ? Optional.of(new Cursor(parts.group(1), parts.group(2))) : Optional.empty();
        }

        @Override
        public String toString() {
            return key + "~" + letterId;
        }
    }

    /** One letter of a list. */
    public record Entry(StoredLetter letter, Cursor cursor) {}

    public LetterDeskCounts counts(View view) {
        String columns = Arrays.stream(LetterDeskStage.values())
                .map(stage -> "COUNT(CASE WHEN " + condition(stage) + " THEN 1 END) AS "
                        + stage.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return bound(
                        handle.createQuery("SELECT " + columns + ", (SELECT COUNT(*) FROM letter WHERE office = :office"
                                + " AND printed_at >= :from AND printed_at < :to) AS printed_today,"
                                + " (SELECT COUNT(*) FROM letter WHERE office = :office AND posted_on = :today)"
                                + " AS posted_today FROM letter WHERE office = :office"
                                + " AND state IN ('GENERATED', 'PRINTED', 'POSTED', 'RETURNED')"),
                        view)
                .bind("from", view.from().toEpochMilli())
                .bind("to", view.to().toEpochMilli())
                .map((row, _) -> counts(row, view))
                .one();
    }

    private static LetterDeskCounts counts(ResultSet row, View view) throws SQLException {
        return new LetterDeskCounts(
                view.office(),
                row.getInt("to_print"),
                row.getInt("to_post"),
                row.getInt("on_the_way"),
                row.getInt("overdue"),
                row.getInt("returned"),
                view.today(),
                row.getInt("printed_today"),
                row.getInt("posted_today"));
    }

    /**
     * Oldest first.
     *
     * @param after where the page before ended, or null for the first page
     */
    public List<Entry> page(View view, LetterDeskStage stage, @Nullable Cursor after, int size) {
        String order = order(stage);
        String further = after == null ? "" : " AND (" + order + " > :key OR (" + order + " = :key AND id > :id))";
        Query query = bound(
                        handle.createQuery("SELECT * FROM letter WHERE office = :office AND " + condition(stage)
                                + further + " ORDER BY " + order + ", id LIMIT :size"),
                        view)
                .bind("size", size);
        if (after != null) {
            if (byInstant(stage)) {
                query.bind("key", millis(after.key()));
            } else {
                query.bind("key", after.key());
            }
            query.bind("id", after.letterId());
        }
        return query.map(
                        (row, _) -> new Entry(Letters.read(row), new Cursor(row.getString(order), row.getString("id"))))
                .list();
    }

    /** Those of these letters that stand on a list, however many stand there before them, in its order. */
    public List<StoredLetter> among(View view, LetterDeskStage stage, Collection<String> letterIds) {
        if (letterIds.isEmpty()) {
            return List.of();
        }
        return bound(
                        handle.createQuery("SELECT * FROM letter WHERE office = :office AND " + condition(stage)
                                + " AND id IN (<letters>) ORDER BY " + order(stage) + ", id"),
                        view)
                .bindList("letters", List.copyOf(letterIds))
                .map((row, _) -> Letters.read(row))
                .list();
    }

    /** On which list a letter stands, whichever office's. */
    public Optional<LetterDeskStage> stage(String letterId, View view) {
        String stages = Arrays.stream(LetterDeskStage.values())
                .map(stage -> "WHEN " + condition(stage) + " THEN '" + stage + "'")
                .collect(Collectors.joining(" "));
        return bound(handle.createQuery("SELECT CASE " + stages + " END FROM letter WHERE id = :id"), view)
                .bind("id", letterId)
                .mapTo(String.class)
                .findOne()
                .map(LetterDeskStage::valueOf);
    }

    /** The letters posted on this day, in the order in which that was told. */
    public List<StoredLetter> posted(OfficeCode office, LocalDate day) {
        return handle.createQuery(
                        "SELECT * FROM letter WHERE office = :office AND posted_on = :day ORDER BY posting, id")
                .bind("office", office.name())
                .bind("day", day.toString())
                .map((row, _) -> Letters.read(row))
                .list();
    }

    private static Query bound(Query query, View view) {
        return query.bind("office", view.office().name())
                .bind("today", view.today().toString())
                .bind("late", view.late().toEpochMilli());
    }

    private static String condition(LetterDeskStage stage) {
        return switch (stage) {
            case TO_PRINT ->
                "state = 'GENERATED' AND (print_at = 'LETTER_DESK' OR COALESCE(claimed_at, generated_at) <= :late)";
            case TO_POST -> "state = 'PRINTED'";
            case ON_THE_WAY -> "state = 'POSTED' AND goes_back_on > :today";
            case OVERDUE -> "state = 'POSTED' AND goes_back_on <= :today";
            case RETURNED ->
                "state = 'RETURNED' AND NOT EXISTS (SELECT 1 FROM letter later"
                        + " WHERE later.pensioner_id = letter.pensioner_id AND later.kind = letter.kind"
                        + " AND later.generated_at > letter.generated_at)"
                        // nothing more is sent to the deceased, so nothing is left to do about theirs
                        + " AND NOT EXISTS (SELECT 1 FROM enrolment_status stands"
                        + " WHERE stands.pensioner_id = letter.pensioner_id"
                        + " AND ' ' || stands.alerts || ' ' LIKE '% DECEASED %')";
        };
    }

    private static String order(LetterDeskStage stage) {
        return switch (stage) {
            case TO_PRINT -> "generated_at";
            case TO_POST -> "printed_at";
            case ON_THE_WAY, OVERDUE -> "goes_back_on";
            case RETURNED -> "returned_on";
        };
    }

    private static boolean byInstant(LetterDeskStage stage) {
        return switch (stage) {
            case TO_PRINT, TO_POST -> true;
            case ON_THE_WAY, OVERDUE, RETURNED -> false;
        };
    }

    /** A key that cannot be of this list begins it anew. */
    private static long millis(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            return Long.MIN_VALUE;
        }
    }
}
