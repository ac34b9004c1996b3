package eu.guichet.backend.sms;

import eu.guichet.backend.delivery.Carrier;
import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.delivery.GatewayReceipts;
import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.store.Database;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands SMS to the first gateway, and to the second where the first is down or slower than its limit. What is still on its
 * way to a gateway is waited for and not sent there anew; what a gateway has acknowledged it never gets again.
 */
public final class SmsCarrier implements Carrier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmsCarrier.class);
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    /** How long a gateway that was slow is asked last. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final int mostParts;
    private final List<SmsRoute> routes;
    private final Acknowledged acknowledged;
    private final Receipts receipts;
    private final PostedReceipts posted;
    private final InstantSource clock;
    private final Map<OnItsWay, Future<?>> onTheirWay = new ConcurrentHashMap<>();
    private final Map<String, Instant> restingUntil = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sms-", 0).factory());

    private record OnItsWay(String route, String messageId) {}

    /** @param random spreads the calls of several servers after an outage */
    public SmsCarrier(
            SmsSettings settings,
            Database database,
            DeliveryReports reports,
            InstantSource clock,
            RandomGenerator random) {
        this(settings, database, reports, clock, random, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmsCarrier(
            SmsSettings settings,
            Database database,
            DeliveryReports reports,
            InstantSource clock,
            RandomGenerator random,
            SSLSocketFactory encryption) {
        this.mostParts = settings.mostParts();
        this.clock = clock;
        this.acknowledged = new Acknowledged(database);
        this.receipts = new Receipts(database, reports, clock);
        this.routes = new ArrayList<>();
        SmsSettings.Gateway second = settings.second();
        this.posted = new PostedReceipts(secrets(settings), receipts);
        routes.add(route(FIRST, settings.sender(), settings.first(), encryption, random));
        if (second != null) {
            routes.add(route(SECOND, settings.sender(), second, encryption, random));
        }
    }

    private static Map<String, Secret> secrets(SmsSettings settings) {
        Map<String, Secret> secrets = new TreeMap<>();
        if (settings.first() instanceof SmsSettings.Http http && http.receipts() != null) {
            secrets.put(FIRST, http.receipts());
        }
        if (settings.second() instanceof SmsSettings.Http http && http.receipts() != null) {
            secrets.put(SECOND, http.receipts());
        }
        return secrets;
    }

    private SmsRoute route(
            String name,
            String sender,
            SmsSettings.Gateway gateway,
            SSLSocketFactory encryption,
            RandomGenerator random) {
        return switch (gateway) {
            case SmsSettings.Smpp smpp ->
                new SmppRoute(name, sender, smpp, encryption, acknowledged, receipts, clock, random);
            case SmsSettings.Http http -> new HttpRoute(name, sender, http, acknowledged, clock);
        };
    }

    /**
     * Calls each gateway, signs in, and hangs up; not while it is started. A gateway that is spoken to by HTTP cannot be asked
     * anything without sending something.
     *
     * @return by the name of the gateway, {@code first} or {@code second}, why that failed; empty where it went well
     */
    public Map<String, String> tryOut() {
        Map<String, String> failures = new TreeMap<>();
        for (SmsRoute route : routes) {
            String failure = route.tryOut();
            if (failure != null) {
                failures.put(route.name(), failure);
            }
        }
        return failures;
    }

    /** Where the gateways that post receipts are heard. */
    public GatewayReceipts postedReceipts() {
        return posted;
    }

    public void start() {
        receipts.start();
        routes.forEach(SmsRoute::start);
    }

    @Override
    public void carry(Parcel parcel) throws NotCarriedException {
        SmsText text = SmsText.of(parcel.text());
        int parts = text.parts().size();
        if (parts > mostParts) {
            String why = "it has " + parts + " parts, and sms.most-parts is " + mostParts;
            throw new NotCarriedException(why, new IllegalArgumentException(why));
        }
        if (acknowledged.carried(parcel.messageId())) {
            return;
        }
        List<String> why = new ArrayList<>();
        int others = routes.size() - 1;
        for (SmsRoute route : order()) {
            if (!parcel.useAt(clock.instant()).isPositive()) {
                why.add("it is of no more use");
                break;
            }
            try {
                submit(route, parcel, text, others > 0);
                return;
            } catch (NotCarriedException e) {
                if (e.isForGood()) {
                    throw e;
                }
                why.add(String.valueOf(e.getMessage()));
                others--;
            }
        }
        String all = String.join("; ", why);
        throw new NotCarriedException(all, new IOException(all));
    }

    /** The first, then the second; one that was slow a moment ago comes last. */
    private List<SmsRoute> order() {
        Instant now = clock.instant();
        return routes.stream()
                .sorted(Comparator.comparing(route ->
                        restingUntil.getOrDefault(route.name(), Instant.MIN).isAfter(now)))
                .toList();
    }

    /** @param limited whether somebody else can take over */
    private void submit(SmsRoute route, Parcel parcel, SmsText text, boolean limited) throws NotCarriedException {
        Future<?> done = begin(route, parcel, text);
        try {
            if (limited) {
                done.get(route.limit().toMillis(), TimeUnit.MILLISECONDS);
            } else {
                done.get();
            }
        } catch (TimeoutException e) {
            restingUntil.put(route.name(), clock.instant().plus(REST));
            LOG.warn("the {} SMS gateway is slower than its limit; the other one takes over", route.name());
            throw new NotCarriedException("the " + route.name() + " SMS gateway is slower than its limit", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case NotCarriedException refused -> throw refused;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCarriedException("the program ends", e);
        }
    }

    private Future<?> begin(SmsRoute route, Parcel parcel, SmsText text) throws NotCarriedException {
        OnItsWay key = new OnItsWay(route.name(), parcel.messageId());
        try {
            return onTheirWay.computeIfAbsent(
                    key,
                    _ -> workers.submit(() -> {
                        try {
                            route.submit(parcel, text);
                        } finally {
                            onTheirWay.remove(key);
                        }
                        return true;
                    }));
        } catch (RejectedExecutionException e) {
            throw new NotCarriedException("the program ends", e);
        }
    }

    /** Ends the connections, and waits for what is being handed over to learn of it. */
    @Override
    public void close() {
        routes.forEach(SmsRoute::close);
        workers.close();
        receipts.close();
    }
}
