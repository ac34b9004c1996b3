package eu.guichet.backend.store;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Which indexes of names on disk belong to this store as it is now. Each commit of an index draws a mark and leaves it here
 * before; a store that was put back from a backup, or another one, does not know the marks of what came after.
 */
public final class NameIndexes {
    /** A node that was away for longer reads everybody anew. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final Handle handle;

    NameIndexes(Handle handle) {
        this.handle = handle;
    }

    /** Whether an index that carries this mark is of this store. */
    public boolean knows(String index, long mark) {
        return handle.createQuery(
                                "SELECT COUNT(*) FROM name_index WHERE id = :id AND (mark = :mark OR earlier = :mark)")
                        .bind("id", index)
                        .bind("mark", mark)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The index is about to carry {@code mark}; until it does, it carries {@code before}. */
    public void mark(String index, long before, long mark, Instant now) {
        handle.createUpdate("DELETE FROM name_index WHERE id = :id OR marked_at < :old")
                .bind("id", index)
                .bind("old", now.minus(KEPT).toEpochMilli())
                .execute();
        handle.createUpdate("INSERT INTO name_index (id, mark, earlier, marked_at) VALUES (:id, :mark, :before, :now)")
                .bind("id", index)
                .bind("mark", mark)
                .bind("before", before)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
