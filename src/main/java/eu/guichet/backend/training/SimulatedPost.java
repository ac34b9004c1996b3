package eu.guichet.backend.training;

import eu.guichet.backend.delivery.Carrier;
import eu.guichet.backend.delivery.Parcel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail server, SMS gateway and what arrived through them: remembers the codes, and reports delivery after a while. */
final class SimulatedPost implements Carrier, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPost.class);

    private final Duration delay;
    private final Consumer<Parcel> delivered;
    private final Map<String, String> codesByMessage = new ConcurrentHashMap<>();
    private final ExecutorService arrivals = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
            .name("simulated-post-", 0)
            .uncaughtExceptionHandler((_, failure) -> LOG.warn("a simulated message did not arrive", failure))
            .factory());

    private volatile boolean open = true;

    /** @param delivered told once a parcel has arrived */
    SimulatedPost(Duration delay, Consumer<Parcel> delivered) {
        this.delay = delay;
        this.delivered = delivered;
    }

    @Override
    public void carry(Parcel parcel) {
        String code = parcel.code();
        if (code != null) {
            codesByMessage.put(parcel.messageId(), code);
        }
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, arrivals)
                .execute(() -> arrive(parcel));
    }

    /** After the end nobody is there to be told. */
    private void arrive(Parcel parcel) {
        if (open) {
            delivered.accept(parcel);
        }
    }

    /** The code that an SMS brought, if it arrived since the start. */
    Optional<String> code(String messageId) {
        return Optional.ofNullable(codesByMessage.get(messageId));
    }

    /** Lets what is just arriving arrive; the store must still be open. */
    @Override
    public void close() {
        open = false;
        arrivals.close();
    }
}
