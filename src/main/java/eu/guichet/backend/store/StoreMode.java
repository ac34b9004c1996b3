package eu.guichet.backend.store;

import org.jdbi.v3.core.Handle;

/**
 * Whether a store is worked on in training or in earnest. The first backend on it decides, for good: in training the
 * messages of real people would end in simulated mailboxes, and whoever sits at the panel could confirm their enrolments.
 */
public final class StoreMode {
    private static final int UNDECIDED = 0;
    private static final int TRAINING = 1;
    private static final int EARNEST = 2;

    private final Handle handle;

    StoreMode(Handle handle) {
        this.handle = handle;
    }

    /** @throws CannotOpenException when it has been the other one before */
    public void enter(boolean training) {
        int wanted = training ? TRAINING : EARNEST;
        int before = handle.createQuery("SELECT value FROM counter WHERE name = 'world'")
                .mapTo(Integer.class)
                .one();
        if (before == UNDECIDED) {
            handle.createUpdate("UPDATE counter SET value = :world WHERE name = 'world'")
                    .bind("world", wanted)
                    .execute();
        } else if (before != wanted) {
            throw new CannotOpenException(
                    training
                            ? "This store has been worked on in earnest; training, which would take its messages, needs"
                                    + " another one."
                            : "This store is for training; name the institution's own with --database.",
                    null);
        }
    }
}
