package eu.guichet.backend.schedule;

import java.time.Duration;
import java.util.UUID;

/**
 * Rounds that one node does for all: the one that holds the task's lease. It renews the lease as it goes; where it dies, or
 * hangs for longer than the lease lasts, another takes over. A round must not be longer than half a lease.
 */
public final class OneNode implements PeriodicTask.Round {
    private static final Duration LEEWAY = Duration.ofSeconds(15);

    private final String task;
    private final String self = UUID.randomUUID().toString();
    private final Duration lease;
    private final Leases leases;
    private final PeriodicTask.Round round;
    private boolean held;
    private long heldFrom;

    /** @param every the task's period; a node that is gone is waited for a little more than twice as long */
    public OneNode(String task, Duration every, Leases leases, PeriodicTask.Round round) {
        this(task, leases, every.multipliedBy(2).plus(LEEWAY), round);
    }

    /** @param lease longer than the task's period */
    OneNode(String task, Leases leases, Duration lease, PeriodicTask.Round round) {
        this.task = task;
        this.lease = lease;
        this.leases = leases;
        this.round = round;
    }

    /** Where the nodes agree, by one clock. */
    public interface Leases {
        /** Takes or renews it; false where another has it. */
        boolean take(String task, String holder, Duration length);

        void release(String task, String holder);
    }

    @Override
    public boolean go() {
        return mine() && round.go();
    }

    /** Asks the store again once half of the lease is over, and each time where another has it. */
    private boolean mine() {
        long now = System.nanoTime();
        if (!held || now - heldFrom > lease.toNanos() / 2) {
            held = false;
            held = leases.take(task, self, lease);
            heldFrom = now;
        }
        return held;
    }

    /** Another node may go on at once. */
    @Override
    public void end() {
        if (held) {
            held = false;
            leases.release(task, self);
        }
    }
}
