package eu.guichet.backend.alarm;

import eu.guichet.backend.delivery.CanarySettings;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Delays;
import eu.guichet.backend.store.StoredCanary;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alarm;
import eu.guichet.contract.AlarmKind;
import eu.guichet.contract.Channel;
import eu.guichet.process.DatedPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks twice a minute for what goes wrong without anybody asking. Each node looks by itself, and all see the same store. */
public final class Watchers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    static final Duration SMS_WAITS = Duration.ofMinutes(5);
    static final Duration MESSAGE_WAITS = Duration.ofHours(1);
    /** Beside the time in which a claimed document is its agent's. */
    static final Duration PAPER_WAITS = Duration.ofMinutes(15);

    static final Duration ARRIVALS = Duration.ofHours(1);
    /** Fewer say nothing of a gateway. */
    static final long ENOUGH = 20;
    /** Per cent that do not arrive, from which on the gateway is at fault rather than what is on file. */
    static final long TOO_MANY = 15;

    static final Duration GROWTH = Duration.ofMinutes(10);
    /** So many wait at times on a good day as well. */
    static final long CROWD = 50;

    /**
     * Older ones say nothing of today: none is sent by this channel any more. That of the day before is known until that of today
     * is due.
     */
    private static final Duration CANARY = Duration.ofHours(36);

    private final Database database;
    private final DatedPolicy policy;
    private final CanarySettings canaries;
    private final InstantSource clock;
    private final PeriodicTask rounds;
    /** How many messages waited at each look of the last minutes, the earliest first; this is the only thread that touches it. */
    private final Deque<Size> sizes = new ArrayDeque<>();

    private volatile List<Alarm> current = List.of();

    private record Size(Instant at, long messages) {}

    /** @param canaries the addresses of which an alarm tells; one that is named no longer is none's business */
    public Watchers(Database database, DatedPolicy policy, CanarySettings canaries, InstantSource clock) {
        this.database = database;
        this.policy = policy;
        this.canaries = canaries;
        this.clock = clock;
        this.rounds = new PeriodicTask("alarms", EVERY, this::look);
    }

    public void start() {
        rounds.start();
    }

    public PeriodicTask.State state() {
        return rounds.state();
    }

    /** What was found at the last look. */
    public List<Alarm> current() {
        return current;
    }

    /** @return false, as there is never more to do at once */
    boolean look() {
        Instant now = clock.instant();
        List<Alarm> found = database.read(tx -> found(tx, now));
        found.stream()
                .filter(alarm -> current.stream().noneMatch(before -> isSame(before, alarm)))
                .forEach(alarm -> LOG.warn("{}", alarm));
        current = found;
        return false;
    }

    private static boolean isSame(Alarm one, Alarm other) {
        return one.kind() == other.kind() && one.office() == other.office() && one.channel() == other.channel();
    }

    private List<Alarm> found(Tx tx, Instant now) {
        List<Alarm> found = new ArrayList<>();
        Set<Channel> on = policy.at(now).channels();
        if (on.contains(Channel.SMS)) {
            tx.delays()
                    .unsent(List.of(Channel.SMS), now.minus(SMS_WAITS))
                    .ifPresent(late -> found.add(late(AlarmKind.SMS_WAITING, Channel.SMS, late)));
        }
        tx.delays()
                .unsent(List.of(Channel.values()), now.minus(MESSAGE_WAITS))
                .ifPresent(late -> found.add(late(AlarmKind.MESSAGE_UNSENT, null, late)));
        Alarm growing = growing(tx.messages().waiting().messages(), now);
        if (growing != null) {
            found.add(growing);
        }
        for (Channel channel : Channel.values()) {
            Delays.Arrivals arrivals = tx.delays().arrivals(channel, now.minus(ARRIVALS));
            if (arrivals.ended() >= ENOUGH && arrivals.failed() * 100 > arrivals.ended() * TOO_MANY) {
                found.add(new Alarm(
                        AlarmKind.GATEWAY_FAILING,
                        null,
                        channel,
                        arrivals.failed(),
                        arrivals.ended(),
                        arrivals.firstFailed()));
            }
        }
        Duration claim = policy.at(now).letters().claim();
        tx.delays()
                .notPrinted(now.minus(claim).minus(PAPER_WAITS))
                .forEach((office, late) -> found.add(
                        new Alarm(AlarmKind.LETTER_NOT_PRINTED, office, null, late.count(), null, late.oldest())));
        List<StoredCanary> sent = tx.canaries().since(now.minus(CANARY));
        on.stream()
                .sorted()
                .flatMap(channel -> missing(sent, channel, now).stream())
                .forEach(canary -> found.add(
                        new Alarm(AlarmKind.CANARY_MISSING, null, canary.channel(), 1, null, canary.madeAt())));
        return List.copyOf(found);
    }

    /** The latest of which it is known whether it has arrived, where it has not: one that is still on its way says nothing yet. */
    private Optional<StoredCanary> missing(List<StoredCanary> sent, Channel channel, Instant now) {
        return sent.stream()
                .filter(canary ->
                        canary.channel() == channel && canaries.digest(channel).equals(Optional.of(canary.address())))
                .filter(canary -> !canary.onItsWay(now))
                .findFirst()
                .filter(canary -> !canary.arrived());
    }

    private static Alarm late(AlarmKind kind, @Nullable Channel channel, Delays.Late late) {
        return new Alarm(kind, null, channel, late.count(), null, late.oldest());
    }

    /** Where more wait at each of three looks: ten minutes ago, five minutes ago, now. */
    private @Nullable Alarm growing(long waiting, Instant now) {
        sizes.addLast(new Size(now, waiting));
        while (!sizes.getFirst().at().isAfter(now.minus(GROWTH).minus(EVERY))) {
            sizes.removeFirst();
        }
        Size first = sizes.getFirst();
        long between = sizes.stream()
                .filter(size -> !size.at().isAfter(now.minus(GROWTH.dividedBy(2))))
                .reduce(first, (_, later) -> later)
                .messages();
        boolean longEnough = !first.at().isAfter(now.minus(GROWTH).plus(EVERY));
        return longEnough && waiting >= CROWD && first.messages() < between && between < waiting
                ? new Alarm(AlarmKind.OUTBOX_GROWING, null, null, waiting, null, first.at())
                : null;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
