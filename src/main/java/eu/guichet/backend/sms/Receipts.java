package eu.guichet.backend.sms;

import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.SmsPart;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.MessageStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the message that a receipt speaks of, and tells the history once it is decided: delivered when every part is, not
 * delivered when one part cannot be. A receipt that is faster than the record of its submission is tried again for a minute.
 */
final class Receipts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final Duration TRIED_FOR = Duration.ofMinutes(1);
    private static final Duration TRIED_EVERY = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 10_000;
    /** National and international forms of a number have at least so many digits in common at the end. */
    private static final int COMPARED_DIGITS = 7;

    private final Database database;
    private final DeliveryReports reports;
    private final InstantSource clock;
    private final LinkedBlockingQueue<Early> early = new LinkedBlockingQueue<>(MOST_WAITING);
    private final PeriodicTask retries = new PeriodicTask("sms-receipts", TRIED_EVERY, this::again);

    private record Early(
            String route, Receipt receipt, @Nullable String by, Instant until) {}

    Receipts(Database database, DeliveryReports reports, InstantSource clock) {
        this.database = database;
        this.reports = reports;
        this.clock = clock;
    }

    void start() {
        retries.start();
    }

    /** @throws eu.guichet.backend.store.StoreUnavailableException when it has to be told again later */
    void told(String route, Receipt receipt) {
        told(route, receipt, null);
    }

    /**
     * As the other, where it came over a connection of its own.
     *
     * @param by whom the audit trail names; null where it needs no row
     */
    void told(String route, Receipt receipt, @Nullable String by) {
        if (receipt.status() == null || record(route, receipt, by)) {
            return;
        }
        if (!early.offer(new Early(route, receipt, by, clock.instant().plus(TRIED_FOR)))) {
            LOG.warn("a receipt for an unknown SMS was dropped: too many wait");
        }
    }

    private boolean again() {
        List<Early> waiting = List.copyOf(early);
        for (Early one : waiting) {
            if (record(one.route(), one.receipt(), one.by())) {
                early.remove(one);
            } else if (clock.instant().isAfter(one.until())) {
                early.remove(one);
                LOG.info("a receipt names no SMS of ours: {}", one.receipt());
            }
        }
        return false;
    }

    /** Answers whether the message was found. */
    private boolean record(String route, Receipt receipt, @Nullable String by) {
        MessageStatus status = Objects.requireNonNull(receipt.status());
        Optional<SmsPart> found = database.read(tx -> find(tx, route, receipt));
        found.ifPresent(part -> {
            MessageStatus decided = database.<@Nullable MessageStatus>writeBeside(tx -> {
                advance(tx, part, status);
                return decided(tx.smsParts().of(part.messageId()));
            });
            if (decided != null) {
                reports.told(part.messageId(), decided, decided == MessageStatus.BOUNCED ? "undelivered" : null, by);
            }
        });
        return found.isPresent();
    }

    private static Optional<SmsPart> find(Tx tx, String route, Receipt receipt) {
        List<String> ids = Stream.concat(Stream.of(receipt.gatewayId()), receipt.others().stream())
                .toList();
        return ids.stream()
                .flatMap(id -> find(tx, route, id, receipt.from()).stream())
                .findFirst()
                .or(() -> receipt.others().stream()
                        .flatMap(ours -> tx.smsParts().of(ours).stream())
                        .filter(part -> part.route().equals(route))
                        .findFirst());
    }

    private static Optional<SmsPart> find(Tx tx, String route, String gatewayId, @Nullable String telephone) {
        SequencedSet<String> readings = GatewayIds.readings(gatewayId);
        List<SmsPart> parts = tx.smsParts().named(route, readings);
        List<SmsPart> sameTelephone =
                parts.stream().filter(part -> wentTo(tx, part, telephone)).toList();
        List<String> likeliest = List.copyOf(readings);
        return (sameTelephone.isEmpty() ? parts : sameTelephone)
                .stream().min(Comparator.comparingInt(part -> likeliest.indexOf(part.gatewayId())));
    }

    private static boolean wentTo(Tx tx, SmsPart part, @Nullable String telephone) {
        String on = tx.messages()
                .find(part.messageId())
                .map(StoredMessage::pensionerId)
                .flatMap(tx.pensioners()::find)
                .map(Pensioner::phone)
                .map(Receipts::end)
                .orElse("");
        return telephone != null && !on.isEmpty() && on.equals(end(telephone));
    }

    private static String end(String telephone) {
        String digits = telephone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - COMPARED_DIGITS));
    }

    /** What was delivered stays delivered, whatever is told of it later. */
    private static void advance(Tx tx, SmsPart part, MessageStatus status) {
        boolean delivered = tx.smsParts().of(part.messageId()).stream()
                .anyMatch(now -> now.route().equals(part.route())
                        && now.part() == part.part()
                        && now.status() == MessageStatus.DELIVERED);
        if (!delivered) {
            tx.smsParts().set(part, status);
        }
    }

    /** Null while nothing is. A route that never got all parts decides nothing. */
    private static @Nullable MessageStatus decided(List<SmsPart> all) {
        List<List<SmsPart>> routes = all.stream().collect(Collectors.groupingBy(SmsPart::route)).values().stream()
                .filter(Acknowledged::whole)
                .toList();
        if (routes.stream().anyMatch(route -> route.stream().allMatch(in(MessageStatus.DELIVERED)))) {
            return MessageStatus.DELIVERED;
        }
        boolean allFailed = !routes.isEmpty()
                && routes.stream().allMatch(route -> route.stream().anyMatch(in(MessageStatus.BOUNCED)));
        return allFailed ? MessageStatus.BOUNCED : null;
    }

    private static Predicate<SmsPart> in(MessageStatus status) {
        return part -> part.status() == status;
    }

    @Override
    public void close() {
        retries.close();
    }
}
