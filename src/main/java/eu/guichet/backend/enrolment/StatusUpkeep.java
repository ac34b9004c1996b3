package eu.guichet.backend.enrolment;

import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Keeps the rows true while nobody does anything: what time alone changes is derived anew when it is due, as is everything
 * after a change of the policy, and whoever has no row yet is given one. In short transactions, so that no act waits for it long.
 */
public final class StatusUpkeep implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final EnrolmentJournal journal;
    private final InstantSource clock;
    private final PeriodicTask rounds;
    /** Looking for them reads through everybody, and nobody is put on file any more without a row. */
    private volatile boolean someAreMissing = true;

    /** Where there is no other node. */
    StatusUpkeep(Database database, EnrolmentJournal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.rounds = new PeriodicTask("status", EVERY, this::round);
    }

    /** @param leases by which one node does it for all */
    public StatusUpkeep(Database database, EnrolmentJournal journal, InstantSource clock, OneNode.Leases leases) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.rounds = new PeriodicTask("status", EVERY, new OneNode("status", EVERY, leases, this::round));
    }

    /** From here on no row counts that was derived by other rules. */
    public void start() {
        database.execute(journal::adoptRules);
        rounds.start();
    }

    /** @return whether there may be more to do at once */
    boolean round() {
        List<String> people = database.read(this::people);
        if (!people.isEmpty()) {
            database.executeBeside(tx -> {
                tx.lock(people);
                people.forEach(id -> journal.deriveDue(tx, id));
            });
        }
        return people.size() == AT_ONCE;
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
