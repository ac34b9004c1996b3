package eu.guichet.backend.enrolment;

import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the rows true while nobody does anything: what time alone changes is derived anew when it is due, and whoever has
 * no row yet is given one. In short transactions, so that no act waits for it long.
 */
public final class StatusUpkeep implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final EnrolmentJournal journal;
    private final InstantSource clock;
    private final PeriodicTask rounds = new PeriodicTask("status", EVERY, this::round);

    public StatusUpkeep(Database database, EnrolmentJournal journal, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    public void start() {
        rounds.start();
    }

    /** @return whether there may be more to do at once */
    boolean round() {
        List<String> people = database.read(tx -> people(tx));
        if (!people.isEmpty()) {
            database.execute(tx -> people.forEach(id -> journal.derive(tx, id)));
        }
        return people.size() >= AT_ONCE;
    }

    private List<String> people(Tx tx) {
        List<String> due = tx.statuses().due(clock.instant(), AT_ONCE);
        List<String> missing = due.size() < AT_ONCE ? tx.statuses().missing(AT_ONCE - due.size()) : List.of();
        return Stream.concat(due.stream(), missing.stream()).toList();
    }

    @Override
    public void close() {
        rounds.close();
    }
}
