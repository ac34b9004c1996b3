package eu.guichet.backend.delivery;

import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.schedule.LeasedWork;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.HandoverMails;
import eu.guichet.backend.store.Lease;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.ShortCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what the outbox holds. Each message is leased first, so that several servers can share one outbox, and one that
 * ends in the middle only repeats the hand-over, under the same message id. One person's messages are handed over one after the
 * other; a slow hand-over holds up nobody else's: it keeps one of the hands, and its lease is renewed until it ends.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    /** How long what a server that has ended had in hand waits; far longer than from one look to the next, which renews it. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 10;
    private static final int HANDS = 16;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** A failure that nobody foresaw is no outage that one waits out. */
    private static final int TRIES_OF_A_FAULT = 5;

    private final Database database;
    private final DatedPolicy policy;
    private final Wording wording;
    private final InstantSource clock;
    private final EnrolmentJournal journal;
    private final Function<Channel, Carrier> carriers;
    private final RandomGenerator random;
    private final Set<Lease> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicLong ended = new AtomicLong();
    /** Whether something is due that waits for another message of the same person. */
    private volatile boolean behindAnother;

    private final LeasedWork<Lease> looks = new LeasedWork<>(
            "delivery",
            LOOK_AT_LEAST_EVERY,
            HANDS,
            this::lease,
            this::work,
            (_, failure) -> LOG.error("a message waits until its lease has run out", failure.getCause()));

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public Dispatcher(
            Database database,
            DatedPolicy policy,
            Wording wording,
            InstantSource clock,
            EnrolmentJournal journal,
            Function<Channel, Carrier> carriers,
            RandomGenerator random) {
        this.database = database;
        this.policy = policy;
        this.wording = wording;
        this.clock = clock;
        this.journal = journal;
        this.carriers = carriers;
        this.random = random;
    }

    public void start() {
        looks.start();
    }

    /** Something was put into the outbox: look now. */
    public void nudge() {
        looks.nudge();
    }

    /** Whether the outbox is being looked at. */
    public PeriodicTask.State state() {
        return looks.state();
    }

    /** In one transaction, so that what is in hand here is renewed before anything can be taken for left behind. */
    private List<Lease> lease(int free) {
        if (free == 0 && inHand.isEmpty()) {
            return List.of();
        }
        long before = ended.get();
        Taken taken = database.writeBeside(tx -> {
            Instant now = clock.instant();
            inHand.forEach(lease -> tx.messages().renew(lease, now.plus(LEASE)));
            List<Lease> leases = free == 0 ? List.of() : tx.messages().lease(now, LEASE, free);
            return new Taken(leases, leases.size() < free && tx.messages().anyDue(now));
        });
        behindAnother = taken.moreDue();
        if (taken.moreDue() && ended.get() != before) {
            // what it waits for may have ended before anybody knew that something waits
            looks.nudge();
        }
        return taken.leases();
    }

    /** @param moreDue though there were hands for it */
    private record Taken(List<Lease> leases, boolean moreDue) {
        Taken {
            leases = List.copyOf(leases);
        }
    }

    private CompletionStage<?> work(Lease lease, Executor workers) {
        inHand.add(lease);
        return CompletableFuture.runAsync(() -> handOver(lease), workers)
                .exceptionallyCompose(
                        failure -> CompletableFuture.runAsync(() -> tryAgain(lease, causeOf(failure)), workers))
                .whenComplete((_, _) -> ended(lease));
    }

    private void ended(Lease lease) {
        inHand.remove(lease);
        ended.incrementAndGet();
        if (behindAnother) {
            looks.nudge();
        }
    }

    /** What a hand-over threw, out of what its thread has wrapped it in. */
    private static Throwable causeOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : cause;
    }

    private void handOver(Lease lease) {
        StoredMessage message = lease.message();
        Pensioner pensioner =
                database.read(tx -> tx.pensioners().find(message.pensionerId())).orElseThrow();
        if (!message.kind().toPensioner()) {
            toDigit(lease, pensioner.office());
            return;
        }
        String destination = destination(pensioner, message.kind().channel());
        ShortCode code = draw(message.kind());
        if (destination == null) {
            settle(lease, MessageStatus.FAILED, "not-on-file");
        } else if (!clock.instant().isBefore(Usefulness.end(message, policy.at(message.requestedAt())))) {
            settle(lease, MessageStatus.FAILED, "too-old");
        } else {
            String obstacle = code == null ? database.read(tx -> barred(tx, pensioner)) : keep(lease, pensioner, code);
            if (obstacle == null) {
                handOver(
                        lease,
                        parcel(message, pensioner.office(), destination, code == null ? null : code.characters()));
            } else {
                settle(lease, MessageStatus.FAILED, obstacle);
            }
        }
    }

    /** What is about her and not for her leaves also where nothing is sent to her; taken back, it has no words any more. */
    private void toDigit(Lease lease, OfficeCode office) {
        StoredMessage message = lease.message();
        HandoverMails.@Nullable HandoverMail mail =
                database.read(tx -> tx.handoverMails().find(message.id())).orElse(null);
        Instant until = Usefulness.end(message, policy.at(message.requestedAt()));
        if (mail == null) {
            settle(lease, MessageStatus.FAILED, "taken-back");
        } else if (!clock.instant().isBefore(until)) {
            settle(lease, MessageStatus.FAILED, "too-old");
        } else {
            handOver(
                    lease,
                    new Parcel(
                            message.id(),
                            message.pensionerId(),
                            message.kind(),
                            message.language(),
                            mail.recipient(),
                            mail.subject(),
                            mail.body(),
                            null,
                            until,
                            office));
        }
    }

    /** What keeps everything from being sent to this person, though it was ordered before; null where nothing does. */
    private @Nullable String barred(Tx tx, Pensioner pensioner) {
        Enrolment enrolment = pensioner.enrolment(tx.events().history(pensioner.id()), policy, clock.instant());
        if (enrolment.has(Alert.FROZEN)) {
            return "frozen";
        }
        return enrolment.has(Alert.DECEASED) ? "deceased" : null;
    }

    private void handOver(Lease lease, Parcel parcel) {
        try {
            carriers.apply(parcel.kind().channel()).carry(parcel);
        } catch (NotCarriedException e) {
            tryAgain(lease, e);
            return;
        }
        settle(lease, MessageStatus.SENT, null);
    }

    /**
     * An outage is waited out as long as the message is of use; a message that is refused for good, or at which something
     * fails that nobody foresaw, must not be tried forever.
     */
    private void tryAgain(Lease lease, Throwable failure) {
        String id = lease.message().id();
        boolean outage = failure instanceof NotCarriedException || failure instanceof StoreUnavailableException;
        if (outage) {
            LOG.warn("message {} was not taken over, try {}: {}", id, lease.attempt(), failure.getMessage());
        } else {
            LOG.error("message {} could not be handed over, try {}", id, lease.attempt(), failure);
        }
        Instant again = clock.instant().plus(pause(lease.attempt()));
        if (failure instanceof NotCarriedException refused && refused.isForGood()) {
            settle(lease, MessageStatus.BOUNCED, "refused");
        } else if (!again.isBefore(Usefulness.end(
                        lease.message(), policy.at(lease.message().requestedAt())))
                || (!outage && lease.attempt() >= TRIES_OF_A_FAULT)) {
            settle(lease, MessageStatus.FAILED, "not-carried");
        } else {
            database.executeBeside(tx -> tx.messages().retry(lease, again));
        }
    }

    /** @param attempt from 1 */
    private static Duration pause(int attempt) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private Parcel parcel(StoredMessage message, OfficeCode office, String destination, @Nullable String code) {
        String language = message.language();
        return new Parcel(
                message.id(),
                message.pensionerId(),
                message.kind(),
                language,
                destination,
                wording.subject(message.kind(), language),
                wording.text(message.kind(), message.requestedAt(), language, office, code == null ? "" : code),
                code,
                Usefulness.end(message, policy.at(message.requestedAt())),
                office);
    }

    /** Keeps the code's hash before it leaves, so that it is known when it is typed in; or answers why it must not leave. */
    private @Nullable String keep(Lease lease, Pensioner pensioner, ShortCode code) {
        CodeHash hash = CodeHash.seal(code.characters());
        Instant now = clock.instant();
        Instant expires =
                now.plus(policy.at(lease.message().requestedAt()).messages().codeLife());
        return database.<@Nullable String>writeAbout(pensioner.id(), tx -> {
            String barred = barred(tx, pensioner);
            if (barred != null) {
                return barred;
            }
            return tx.codes().issue(lease, hash, now, expires) ? null : "superseded";
        });
    }

    private @Nullable ShortCode draw(MessageKind kind) {
        return switch (kind) {
            case CHALLENGE_SMS -> ShortCode.challenge(random);
            case SIGN_IN_SMS -> ShortCode.signIn(random);
            case ACTIVATION_EMAIL,
                    PHONE_CONFIRMATION_EMAIL,
                    LETTER_ORDERED_EMAIL,
                    LETTER_ORDERED_SMS,
                    LETTER_WAITS_EMAIL,
                    LETTER_WAITS_SMS,
                    CODE_UNUSED_EMAIL,
                    CODE_UNUSED_SMS,
                    CODE_LAPSES_EMAIL,
                    CODE_LAPSES_SMS,
                    HANDOVER_EMAIL -> null;
        };
    }

    private void settle(Lease lease, MessageStatus status, @Nullable String detail) {
        StoredMessage message = lease.message();
        Instant now = clock.instant();
        database.executeAbout(message.pensionerId(), tx -> {
            if (tx.messages().settle(lease, status, now, detail)) {
                tx.handoverMails().forget(message.id());
                journal.append(tx, message.pensionerId(), new Event.MessageProgressed(now, message.id(), status));
                tx.afterCommit(() -> LOG.debug("message {}, {}: {}", message.id(), message.kind(), status));
            }
        });
    }

    private static @Nullable String destination(Pensioner pensioner, Channel channel) {
        return switch (channel) {
            case EMAIL -> pensioner.email();
            case SMS -> pensioner.phone();
        };
    }

    /** Takes nothing up any more, and waits for what is being handed over; its leases are kept so long. */
    @Override
    public void close() {
        looks.close();
    }
}
