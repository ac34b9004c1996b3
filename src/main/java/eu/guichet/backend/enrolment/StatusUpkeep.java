package eu.guichet.backend.enrolment;

import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the rows true while nobody does anything: what time alone changes is derived anew when it is due, as is everything
 * after a change of the policy, and whoever has no row yet is given one. In short transactions, so that no act waits for it long.
 */
public final class StatusUpkeep implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;
    /** Of a transaction: acts about these people, and where there is one writer all acts, wait until it is done. */
    private static final Duration LONGEST = Duration.ofMillis(50);
    /** With many due, after a change of the policy for one, it rests twice as long as it works: agents come first. */
    private static final int REST = 2;

    private final Database database;
    private final EnrolmentJournal journal;
    private final InstantSource clock;
    private final Duration longest;
    private final PeriodicTask rounds;
    /** Looking for them reads through everybody, and nobody is put on file any more without a row. */
    private volatile boolean someAreMissing = true;

    /** Where there is no other node, and nobody waits. */
    StatusUpkeep(Database database, EnrolmentJournal journal, InstantSource clock) {
        this(database, journal, clock, Duration.ofDays(1));
    }

    /** @param longest after which a transaction begins with nobody else */
    StatusUpkeep(Database database, EnrolmentJournal journal, InstantSource clock, Duration longest) {
        this.longest = longest;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.rounds = new PeriodicTask("status", EVERY, this::paced);
    }

    /** @param leases by which one node does it for all */
    public StatusUpkeep(Database database, EnrolmentJournal journal, InstantSource clock, OneNode.Leases leases) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.longest = LONGEST;
        this.rounds = new PeriodicTask("status", EVERY, new OneNode("status", EVERY, leases, this::paced));
    }

    /** From here on no row counts that was derived by other rules. */
    public void start() {
        database.execute(journal::adoptRules);
        rounds.start();
    }

    private boolean paced() {
        long begun = System.nanoTime();
        boolean more = round();
        if (more) {
            LockSupport.parkNanos(REST * (System.nanoTime() - begun));
        }
        return more;
    }

    /** @return whether there may be more to do at once */
    boolean round() {
        List<String> people = database.read(this::people);
        if (people.isEmpty()) {
            return false;
        }
        int derived = database.writeBeside(tx -> derive(tx, people));
        return derived < people.size() || people.size() == AT_ONCE;
    }

    /** At least one of them. */
    private int derive(Tx tx, List<String> people) {
        long begun = System.nanoTime();
        tx.lock(people);
        int derived = 0;
        do {
            journal.deriveDue(tx, people.get(derived));
            derived++;
        } while (derived < people.size() && System.nanoTime() - begun < longest.toNanos());
        return derived;
    }

    private List<String> people(Tx tx) {
        List<String> due = tx.statuses().due(clock.instant(), AT_ONCE);
        if (!due.isEmpty() || !someAreMissing) {
            return due;
        }
        List<String> missing = tx.statuses().missing(AT_ONCE);
        someAreMissing = !missing.isEmpty();
        return missing;
    }

    public PeriodicTask.State state() {
        return rounds.state();
    }

    @Override
    public void close() {
        rounds.close();
    }
}
