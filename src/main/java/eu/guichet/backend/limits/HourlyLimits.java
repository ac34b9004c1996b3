package eu.guichet.backend.limits;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.LimitUses.Cost;
import eu.guichet.backend.store.LimitUses.Hits;
import eu.guichet.backend.store.LimitUses.Used;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what each agent asks for, and how often somebody was refused for it. What was used comes back evenly over the hour. The
 * backends on one store count together: each decides by what it knows, adds what was asked of it to the store with what is
 * written there anyway, hears then what the others have added, and looks once a second for what they have added besides.
 */
public final class HourlyLimits implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HourlyLimits.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** From the last so-manieth part of an hour on, the store is asked before anything is allowed. */
    private static final long NEAR = 5;

    private static final long HOUR = TimeUnit.HOURS.toMicros(1);
    /** One row of the audit trail in this time says enough about a program that goes on asking. */
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final Database database;
    private final DatedPolicy policy;
    private final InstantSource clock;
    private final PeriodicTask rounds;
    /** What is known of whom, by agent and limit; guarded by itself, and never held while anybody waits for the store. */
    private final Map<Counted, Use> uses = new TreeMap<>(Counted.ORDER);

    private final Map<Minute, Count> hits = new HashMap<>();

    private record Counted(String agentId, Limit limit) {
        static final Comparator<Counted> ORDER =
                Comparator.comparing(Counted::agentId).thenComparing(Counted::limit);
    }

    private record Minute(String agentId, OfficeCode office, String limit, long minute) {}

    /** In microseconds of the epoch, and of an hour. */
    private static final class Use {
        /** Everything up to then is used up, as far as is known here. */
        long until;
        /** Asked for here, and not in the store yet. */
        long pending;
        /** Of that, what is being written, so that the store may have it or not. */
        long writing;
        /** When it was told of last, in milliseconds of the epoch. */
        long told;

        long usedUp(long now) {
            return Math.max(until, now);
        }

        void spend(long cost, long now) {
            until = usedUp(now) + cost;
            pending += cost;
        }

        /** The store says so, without what it surely does not have yet. */
        void hear(long stored) {
            until = Math.max(until, stored + pending - writing);
        }
    }

    private record Count(String agentName, int hits, Instant lastAt) {}

    /**
     * A limit that was reached.
     *
     * @param until when one more may be asked for
     * @param toBeTold whether it was not told of just before
     */
    public record Reached(Instant until, boolean toBeTold) {}

    public HourlyLimits(Database database, DatedPolicy policy, InstantSource clock) {
        this.database = database;
        this.policy = policy;
        this.clock = clock;
        this.rounds = new PeriodicTask("limits", EVERY, new Rounds());
        database.ride(this::write);
    }

    /** Reads what is used up already, and begins to hear of the others. */
    public void start() {
        hear();
        rounds.start();
    }

    /** Counts one more; null when it may be done. */
    public @Nullable Reached spend(Principal who, Limit limit) {
        Instant at = clock.instant();
        int most = limit.perHour(policy.at(at).limits());
        if (most == 0) {
            return null;
        }
        long now = micros(at);
        long cost = Math.max(1, HOUR / most);
        Counted counted = new Counted(who.id(), limit);
        if (nearlyUsedUp(counted, cost, now)) {
            merge(database.read(tx -> tx.limitUses().used(who.id(), now)));
        }
        synchronized (uses) {
            Use mine = uses.computeIfAbsent(counted, _ -> new Use());
            long wait = mine.usedUp(now) + cost - now - HOUR;
            if (wait <= 0) {
                mine.spend(cost, now);
                return null;
            }
            boolean toBeTold = mine.told < at.minus(TOLD_AGAIN).toEpochMilli();
            if (toBeTold) {
                mine.told = at.toEpochMilli();
            }
            return new Reached(at.plusNanos(TimeUnit.MICROSECONDS.toNanos(wait)), toBeTold);
        }
    }

    /** Near the end it has to be known exactly; somebody who is beyond it has to wait whatever the others know. */
    private boolean nearlyUsedUp(Counted counted, long cost, long now) {
        synchronized (uses) {
            Use mine = uses.get(counted);
            long left = mine == null ? HOUR - cost : now + HOUR - mine.usedUp(now) - cost;
            return left >= 0 && left < HOUR / NEAR;
        }
    }

    /**
     * Counts a refusal.
     *
     * @param limit as {@link Limit#key}, or one that is counted elsewhere
     */
    public void refused(Principal who, String limit) {
        Instant at = clock.instant();
        synchronized (uses) {
            hits.merge(
                    new Minute(who.id(), who.office(), limit, Hits.minute(at)),
                    new Count(who.name(), 1, at),
                    (one, other) -> new Count(other.agentName(), one.hits() + other.hits(), other.lastAt()));
        }
    }

    /** What is done once a second. */
    private final class Rounds implements PeriodicTask.Round {
        @Override
        public boolean go() {
            forget();
            add();
            hear();
            return false;
        }

        @Override
        public void end() {
            try {
                add();
            } catch (StoreUnavailableException e) {
                LOG.warn("the last of what was asked for is not counted: {}", e.getMessage());
            }
        }
    }

    /** Whoever has used up nothing need not be remembered. */
    private void forget() {
        Instant at = clock.instant();
        long now = micros(at);
        long told = at.minus(TOLD_AGAIN).toEpochMilli();
        synchronized (uses) {
            uses.values().removeIf(use -> use.pending == 0 && use.until <= now && use.told < told);
        }
    }

    /** Where nothing else has taken it along. */
    private void add() {
        boolean waiting;
        synchronized (uses) {
            waiting = !hits.isEmpty() || uses.values().stream().anyMatch(use -> use.pending > 0);
        }
        if (waiting) {
            database.append(_ -> {});
        }
    }

    private void hear() {
        long now = micros(clock.instant());
        merge(database.read(tx -> tx.limitUses().usedAfter(now)));
    }

    private void merge(List<Used> all) {
        synchronized (uses) {
            for (Used one : all) {
                Limit.of(one.limit()).ifPresent(limit -> {
                    Use use = uses.computeIfAbsent(new Counted(one.agentId(), limit), _ -> new Use());
                    use.hear(one.until());
                });
            }
        }
    }

    /** Adds what waits to what is written anyway; it counts as written once that is on disk. */
    private void write(Tx tx) {
        List<Cost> costs = new ArrayList<>();
        Map<Minute, Count> refused;
        synchronized (uses) {
            uses.forEach((counted, use) -> {
                use.writing = use.pending;
                if (use.pending > 0) {
                    costs.add(new Cost(counted.agentId(), counted.limit().key(), use.pending));
                }
            });
            refused = new HashMap<>(hits);
        }
        if (costs.isEmpty() && refused.isEmpty()) {
            return;
        }
        List<Used> used = tx.limitUses().add(costs, micros(clock.instant()));
        refused.entrySet().stream()
                .map(one -> asStored(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Hits::agentId)
                        .thenComparing(Hits::limit)
                        .thenComparingLong(Hits::minute))
                .forEach(tx.limitUses()::add);
        tx.afterCommit(() -> written(costs, used, refused));
    }

    private static Hits asStored(Minute minute, Count count) {
        return new Hits(
                minute.agentId(),
                count.agentName(),
                minute.office(),
                minute.limit(),
                minute.minute(),
                count.hits(),
                count.lastAt());
    }

    private void written(List<Cost> costs, List<Used> used, Map<Minute, Count> refused) {
        synchronized (uses) {
            for (Cost cost : costs) {
                Limit.of(cost.limit())
                        .map(limit -> uses.get(new Counted(cost.agentId(), limit)))
                        .ifPresent(use -> {
                            use.pending -= cost.cost();
                            use.writing = 0;
                        });
            }
            merge(used);
            refused.forEach((minute, count) -> hits.computeIfPresent(
                    minute,
                    (_, now) -> now.hits() == count.hits()
                            ? null
                            : new Count(now.agentName(), now.hits() - count.hits(), now.lastAt())));
        }
    }

    private static long micros(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    /** How the rounds go. */
    public PeriodicTask.State state() {
        return rounds.state();
    }

    @Override
    public void close() {
        rounds.close();
    }
}
