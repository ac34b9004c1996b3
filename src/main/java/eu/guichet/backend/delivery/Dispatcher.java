package eu.guichet.backend.delivery;

import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Lease;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.backend.store.StoredCode;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Channel;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import eu.guichet.process.ShortCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what the outbox holds. Each message is leased first, so that several servers can share one outbox, and one that
 * dies in the middle only repeats the hand-over, under the same message id.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    /** Long enough to draw, hash and hand over a batch; what a dead server had in hand waits no longer. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(2);
    private static final int BATCH = 16;
    private static final int TRIES = 5;

    private final Database database;
    private final Policy policy;
    private final InstantSource clock;
    private final LiveHub live;
    private final Function<Channel, Carrier> carriers;
    private final RandomGenerator random;
    private final Semaphore filled = new Semaphore(0);
    private final ExecutorService workers;
    private final Thread loop;
    private volatile boolean open = true;

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public Dispatcher(
            Database database,
            Policy policy,
            InstantSource clock,
            LiveHub live,
            Function<Channel, Carrier> carriers,
            RandomGenerator random) {
        this.database = database;
        this.policy = policy;
        this.clock = clock;
        this.live = live;
        this.carriers = carriers;
        this.random = random;
        ThreadFactory threads = Thread.ofVirtual()
                .name("delivery-", 0)
                .uncaughtExceptionHandler((thread, failure) -> LOG.error("{} failed", thread.getName(), failure))
                .factory();
        this.workers = Executors.newThreadPerTaskExecutor(threads);
        this.loop = threads.newThread(this::run);
    }

    public void start() {
        loop.start();
    }

    /** Something was put into the outbox: look now. */
    public void nudge() {
        filled.release();
    }

    private void run() {
        while (open) {
            try {
                if (dispatchDue() == 0) {
                    filled.tryAcquire(LOOK_AT_LEAST_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                    filled.drainPermits();
                }
            } catch (StoreUnavailableException e) {
                LOG.warn("the outbox cannot be read now: {}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Hands over what is due, side by side, and answers how many there were. */
    private int dispatchDue() {
        List<Lease> due = database.write(tx -> tx.messages().lease(clock.instant(), LEASE, BATCH));
        due.stream()
                .map(lease -> workers.submit(() -> dispatch(lease)))
                .toList()
                .forEach(Dispatcher::await);
        return due.size();
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreUnavailableException away) {
                LOG.warn("a message waits for the store; its lease will run out: {}", away.getMessage());
                return;
            }
            LOG.error("a message could not be handed over; its lease will run out", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch(Lease lease) {
        StoredMessage message = lease.message();
        Pensioner pensioner =
                database.read(tx -> tx.pensioners().find(message.pensionerId())).orElseThrow();
        String destination = destination(pensioner, message.kind().channel());
        if (destination == null) {
            settle(lease, MessageStatus.FAILED, "not-on-file");
            return;
        }
        try {
            carriers.apply(message.kind().channel()).carry(parcel(message, destination));
            settle(lease, MessageStatus.SENT, null);
        } catch (NotCarriedException e) {
            LOG.warn("message {} was not taken over, try {}: {}", message.id(), lease.tries() + 1, e.getMessage());
            if (lease.tries() + 1 >= TRIES) {
                settle(lease, MessageStatus.FAILED, "not-carried");
            } else {
                Instant again = clock.instant().plus(FIRST_RETRY.multipliedBy(1L << lease.tries()));
                database.execute(tx -> tx.messages().retry(lease, again));
            }
        }
    }

    private Parcel parcel(StoredMessage message, String destination) {
        String code = freshCode(message);
        String language = message.language();
        return new Parcel(
                message.id(),
                message.pensionerId(),
                message.kind(),
                destination,
                Wording.subject(message.kind(), language),
                Wording.text(message.kind(), language, code == null ? "" : code, policy),
                code);
    }

    /** Draws the code and keeps its hash before it leaves, so that it is known when it is typed in. */
    private @Nullable String freshCode(StoredMessage message) {
        ShortCode code = draw(message.kind());
        if (code == null) {
            return null;
        }
        CodeHash hash = CodeHash.seal(code.characters());
        Instant now = clock.instant();
        database.execute(tx -> tx.codes()
                .issue(new StoredCode(
                        message.id(),
                        message.pensionerId(),
                        message.kind(),
                        hash,
                        now,
                        now.plus(policy.messages().codeLife()),
                        0)));
        return code.characters();
    }

    private @Nullable ShortCode draw(MessageKind kind) {
        return switch (kind) {
            case CHALLENGE_SMS -> ShortCode.challenge(random);
            case SIGN_IN_SMS -> ShortCode.signIn(random);
            case ACTIVATION_EMAIL, PHONE_CONFIRMATION_EMAIL -> null;
        };
    }

    private void settle(Lease lease, MessageStatus status, @Nullable String detail) {
        StoredMessage message = lease.message();
        Instant now = clock.instant();
        database.execute(tx -> {
            if (tx.messages().settle(lease, status, now, detail)) {
                record(tx, message, status, now);
                tx.afterCommit(() -> LOG.debug("message {}, {}: {}", message.id(), message.kind(), status));
            }
        });
    }

    private void record(Tx tx, StoredMessage message, MessageStatus status, Instant now) {
        tx.events().add(message.pensionerId(), new Event.MessageProgressed(now, message.id(), status));
        tx.afterCommit(() -> live.publish(new LiveEvent.MessageChanged(message.pensionerId(), message.id(), status)));
    }

    private static @Nullable String destination(Pensioner pensioner, Channel channel) {
        return switch (channel) {
            case EMAIL -> pensioner.email();
            case SMS -> pensioner.phone();
        };
    }

    /** Stops looking and waits for what is being handed over. */
    @Override
    public void close() {
        open = false;
        nudge();
        try {
            if (loop.isAlive()) {
                loop.join(LEASE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.close();
    }
}
