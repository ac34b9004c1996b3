package eu.guichet.backend.retention;

import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OldRows;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once an hour removes what is kept no longer, in many short transactions, so that no act waits for it long. */
public final class Retention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofHours(1);
    /** In one transaction. */
    static final int AT_ONCE = 100;
    /** Looked for at once, each removed in a transaction of its own: it may have a thousand letters. */
    private static final int BATCHES = 10;

    private final Database database;
    private final Map<OldRows.Kind, Duration> kept;
    private final Duration messages;
    private final Duration jobs;
    private final InstantSource clock;
    private final PeriodicTask rounds;
    private long removed;

    /**
     * @param policy whose terms are waited for, where they are longer than what is set
     * @param leases by which one node does it for all
     */
    public Retention(
            Database database,
            RetentionSettings settings,
            DatedPolicy policy,
            InstantSource clock,
            OneNode.Leases leases) {
        rounds = new PeriodicTask("retention", EVERY, new OneNode("retention", EVERY, leases, this::round));
        this.database = database;
        this.clock = clock;
        Duration identity = longest(
                settings.verifications(),
                policy,
                figures -> longer(
                        figures.identity().missWindow(), figures.identity().lock()));
        Duration codes =
                longest(settings.codes(), policy, figures -> figures.messages().codeReport());
        this.messages = settings.messages();
        this.jobs = settings.jobs();
        this.kept = new EnumMap<>(OldRows.Kind.class);
        kept.putAll(Map.of(
                OldRows.Kind.KEY, settings.keys(),
                OldRows.Kind.REGISTER, settings.keys(),
                OldRows.Kind.REPORT, settings.reports(),
                OldRows.Kind.CODE, codes,
                OldRows.Kind.CONTACT, settings.contacts(),
                OldRows.Kind.VERIFICATION, identity,
                OldRows.Kind.MISS, identity,
                OldRows.Kind.LOCK, identity,
                OldRows.Kind.LIMIT_HIT, identity));
        // a contact and what was asked for in it are forgotten together
        kept.put(OldRows.Kind.APPROVAL, settings.contacts());
        kept.put(OldRows.Kind.CALLBACK, settings.contacts());
        kept.put(OldRows.Kind.OFFICE_NOTE, settings.contacts());
        kept.put(OldRows.Kind.REVIEW, settings.contacts());
        kept.put(OldRows.Kind.CANARY, settings.messages());
        // what is used up comes back within the hour
        kept.put(OldRows.Kind.LIMIT_USE, Duration.ZERO);
        kept.put(OldRows.Kind.PRINT_JOB, settings.jobs());
    }

    /** Whichever figures hold: what was begun under some may end under others. */
    private static Duration longest(Duration set, DatedPolicy policy, Function<Policy, Duration> term) {
        return policy.all().map(term).reduce(set, Retention::longer);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    public void start() {
        rounds.start();
    }

    public PeriodicTask.State state() {
        return rounds.state();
    }

    /** @return whether there is more to do at once */
    boolean round() {
        Instant now = clock.instant();
        boolean more = false;
        for (Map.Entry<OldRows.Kind, Duration> kind : kept.entrySet()) {
            more |= remove(kind.getKey(), now.minus(kind.getValue()));
        }
        // a key answers with its message: as long as old keys are there, so are the messages
        more = more || removeMessages(now.minus(messages));
        // a batch reads from the job what became of a letter
        more = removeBatches(now.minus(jobs)) || more;
        if (!more && removed > 0) {
            LOG.info("{} rows were removed that are kept no longer", removed);
            removed = 0;
        }
        return more;
    }

    /** What is to go is looked for beside whoever writes. */
    private boolean remove(OldRows.Kind kind, Instant before) {
        List<Instant> oldest = database.read(tx -> tx.oldRows().oldest(kind, before, AT_ONCE));
        if (!oldest.isEmpty()) {
            removed += database.<Integer>writeBeside(tx -> tx.oldRows().remove(kind, oldest.getLast()));
        }
        return oldest.size() == AT_ONCE;
    }

    private boolean removeMessages(Instant before) {
        OldRows.Messages old = database.read(tx -> tx.oldRows().messages(before, AT_ONCE));
        if (!old.ids().isEmpty()) {
            removed += database.<Integer>writeBeside(tx -> {
                // whoever is about to record what became of one of them finds it, or finds it gone
                tx.lock(old.people());
                return tx.oldRows().remove(old, before);
            });
        }
        return old.ids().size() == AT_ONCE;
    }

    private boolean removeBatches(Instant before) {
        List<String> old = database.read(tx -> tx.oldRows().batches(before, BATCHES));
        for (String batch : old) {
            removed += database.<Integer>writeBeside(tx -> tx.oldRows().removeBatch(batch, before));
        }
        return old.size() == BATCHES;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
