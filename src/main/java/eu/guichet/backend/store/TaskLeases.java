package eu.guichet.backend.store;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Which of the programs on this store does a periodic task. By the store's clock: those of the programs may differ. */
public final class TaskLeases {
    private final Handle handle;
    private final Dialect engine;
    private final String now;

    TaskLeases(Handle handle, Dialect engine) {
        this.handle = handle;
        this.engine = engine;
        this.now = engine.clock();
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
     * Takes it for so long from now on, or renews it. Nobody is waited for: of those who want it at the same moment one takes it.
     *
     * @return false where another has it, or is just about to take it or to give it up
     */
    public boolean take(String task, String holder, Duration length) {
        if (!engine.tryLockTask(handle, task)) {
            return false;
        }
        // an ON CONFLICT alone would wait for whoever is just changing the row
        handle.createUpdate("INSERT INTO task_lease (task, holder, held_until) SELECT :task, :holder, 0"
                        + " WHERE NOT EXISTS (SELECT 1 FROM task_lease WHERE task = :task)"
                        + " ON CONFLICT (task) DO NOTHING")
                .bind("task", task)
                .bind("holder", holder)
                .execute();
        return handle.createUpdate("UPDATE task_lease SET holder = :holder, held_until = " + now + " + :length"
                                + " WHERE task IN (SELECT task FROM task_lease WHERE task = :task"
                                + " AND (holder = :holder OR held_until <= " + now + ")" + engine.skipClaimed() + ")")
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
