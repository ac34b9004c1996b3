package eu.guichet.backend.delivery;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredCanary;
import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import eu.guichet.text.TextBundle;
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

    /** @return false, as all that is due is done at once */
    public boolean round() {
        Instant now = clock.instant();
        ZonedDateTime here = now.atZone(policy.at(now).zone());
        if (!here.toLocalTime().isBefore(FROM)) {
            settings.addresses().keySet().stream()
                    .filter(policy.at(now).channels()::contains)
                    .forEach(channel -> send(channel, here.toLocalDate(), now));
        }
        return false;
    }

    private void send(Channel channel, LocalDate day, Instant now) {
        StoredCanary canary =
                database.read(tx -> tx.canaries().of(channel, day)).orElseGet(() -> made(channel, day, now));
        if (canary.status() != MessageStatus.QUEUED) {
            return;
        }
        try {
            carriers.apply(channel).carry(parcel(canary));
            told(canary.id(), MessageStatus.SENT);
        } catch (NotCarriedException e) {
            LOG.warn("the daily message to the own address by {} was not taken over: {}", channel, e.getMessage());
            if (e.isForGood()) {
                told(canary.id(), MessageStatus.FAILED);
            }
        }
    }

    private StoredCanary made(Channel channel, LocalDate day, Instant now) {
        return database.writeBeside(tx -> {
            boolean _ = tx.canaries()
                    .add(new StoredCanary(
                            UUID.randomUUID().toString(),
                            channel,
                            day,
                            now,
                            now.plus(settings.within()),
                            receipts.test(channel),
                            MessageStatus.QUEUED));
            return tx.canaries().of(channel, day).orElseThrow();
        });
    }

    private void told(String id, MessageStatus status) {
        database.executeBeside(tx -> {
            Optional<StoredCanary> now = tx.canaries().find(id);
            now.ifPresent(canary -> tx.canaries().told(canary, status, clock.instant()));
        });
    }

    /** Its kind says by which channel it goes, and nothing else; like every message it is marked as sent by a program. */
    private Parcel parcel(StoredCanary canary) {
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
                canary.madeAt().plus(settings.within().multipliedBy(2)),
                OfficeCode.BRU);
    }
}
