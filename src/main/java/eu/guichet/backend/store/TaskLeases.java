package eu.guichet.backend.store;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Which of the programs on this store does a periodic task. By the store's clock: those of the programs may differ. */
public final class TaskLeases {
    private final Handle handle;
    private final String now;

    /** @param now the store's clock in SQL, in milliseconds since the epoch */
    TaskLeases(Handle handle, String now) {
        this.handle = handle;
        this.now = now;
    }

    /** Whether somebody else has it now; asked before {@link #take}, so that nothing is written while that is so. */
    public boolean isTaken(String task, String holder) {
        return handle.createQuery("SELECT COUNT(*) FROM task_lease WHERE task = :task AND holder <> :holder"
                                + " AND held_until > " + now)
                        .bind("task", task)
                        .bind("holder", holder)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /**
     * Takes it for so long from now on, or renews it.
     *
     * @return false where another has it
     */
    public boolean take(String task, String holder, Duration length) {
        handle.createUpdate("INSERT INTO task_lease (task, holder, held_until) VALUES (:task, :holder, 0)"
                        + " ON CONFLICT (task) DO NOTHING")
                .bind("task", task)
                .bind("holder", holder)
                .execute();
        return handle.createUpdate("UPDATE task_lease SET holder = :holder, held_until = " + now + " + :length"
                                + " WHERE task = :task AND (holder = :holder OR held_until <= " + now + ")")
                        .bind("task", task)
                        .bind("holder", holder)
                        .bind("length", length.toMillis())
                        .execute()
                == 1;
    }

    /** Gives up what this one has, so that another need not wait for its end. */
    public void release(String task, String holder) {
        handle.createUpdate("UPDATE task_lease SET held_until = 0 WHERE task = :task AND holder = :holder")
                .bind("task", task)
                .bind("holder", holder)
                .execute();
    }
}
