package eu.guichet.backend.delivery;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredCanary;
import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import eu.guichet.text.TextBundle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends, every morning and by every channel that is on and has one, a message to an address of the office's own, through the
 * gateway that all messages take. It is nobody's message; what becomes of it the watchers look at.
 */
public final class SendCanaries {
    private static final Logger LOG = LoggerFactory.getLogger(SendCanaries.class);
    private static final String BUNDLE = "eu.guichet.backend.delivery.canary";
    /** In the policy's zone: before the first offices open. */
    private static final LocalTime FROM = LocalTime.of(7, 0);
    /** Less than the rounds are apart: whoever takes one after another node does not hand it over a second time meanwhile. */
    private static final Duration TRIED = Duration.ofMinutes(4);

    private final Database database;
    private final DatedPolicy policy;
    private final CanarySettings settings;
    private final Function<Channel, Carrier> carriers;
    private final Predicate<Channel> receipts;
    private final InstantSource clock;

    /** @param receipts whether the gateway of a channel tells of each message that it was delivered */
    public SendCanaries(
            Database database,
            DatedPolicy policy,
            CanarySettings settings,
            Function<Channel, Carrier> carriers,
            Predicate<Channel> receipts,
            InstantSource clock) {
        this.database = database;
        this.policy = policy;
        this.settings = settings;
        this.carriers = carriers;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * What is due by one channel.
     *
     * @return false, as all of it is done at once
     */
    public boolean round(Channel channel) {
        Instant now = clock.instant();
        ZonedDateTime here = now.atZone(policy.at(now).zone());
        boolean wanted = settings.addresses().containsKey(channel)
                && policy.at(now).channels().contains(channel);
        if (wanted && !here.toLocalTime().isBefore(FROM)) {
            claimed(channel, here.toLocalDate(), now).ifPresent(canary -> send(channel, canary, now));
        }
        return false;
    }

    private void send(Channel channel, StoredCanary canary, Instant now) {
        try {
            carriers.apply(channel).carry(parcel(canary, now));
            told(canary.id(), MessageStatus.SENT);
        } catch (NotCarriedException e) {
            LOG.warn("the daily message to the own address by {} was not taken over: {}", channel, e.getMessage());
            if (e.isForGood()) {
                told(canary.id(), MessageStatus.FAILED);
            }
        }
    }

    /** The one of that day, where it waits and nobody else is handing it over. */
    private Optional<StoredCanary> claimed(Channel channel, LocalDate day, Instant now) {
        String address = settings.digest(channel).orElseThrow();
        Optional<StoredCanary> before = database.read(tx -> tx.canaries().of(channel, day, address));
        if (before.filter(canary -> canary.status() != MessageStatus.QUEUED).isPresent()) {
            return Optional.empty();
        }
        return database.writeBeside(tx -> {
            boolean _ = tx.canaries()
                    .add(new StoredCanary(
                            UUID.randomUUID().toString(),
                            channel,
                            day,
                            address,
                            now,
                            now.plus(settings.within()),
                            receipts.test(channel),
                            MessageStatus.QUEUED));
            return tx.canaries()
                    .of(channel, day, address)
                    .filter(canary -> tx.canaries().claim(canary.id(), now, now.minus(TRIED)));
        });
    }

    private void told(String id, MessageStatus status) {
        database.executeBeside(tx -> {
            boolean _ = tx.canaries().told(id, status, clock.instant());
        });
    }

    /**
     * Its kind says by which channel it goes, and nothing else; like every message it is marked as sent by a program. It is of use
     * as long after each try, so that it is never given up.
     */
    private Parcel parcel(StoredCanary canary, Instant now) {
        TextBundle texts = TextBundle.of(BUNDLE, Locale.FRENCH);
        boolean email = canary.channel() == Channel.EMAIL;
        return new Parcel(
                canary.id(),
                "",
                email ? MessageKind.ACTIVATION_EMAIL : MessageKind.CHALLENGE_SMS,
                "fr",
                Objects.requireNonNull(settings.addresses().get(canary.channel())),
                email ? texts.get("subject", "day", canary.day().toString()) : "",
                texts.get(email ? "email" : "sms", "day", canary.day().toString()),
                null,
                now.plus(settings.within().multipliedBy(2)),
                OfficeCode.BRU);
    }
}
