package eu.guichet.backend.live;

import eu.guichet.backend.access.Principal;
import eu.guichet.contract.LiveEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Passes live events to the principals who opened the file they are about a short while ago. */
public final class LiveHub {
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final Map<Opening, Instant> openings = new ConcurrentHashMap<>();

    public LiveHub(InstantSource clock) {
        this.clock = clock;
    }

    private record Subscriber(Principal principal, Consumer<LiveEvent> listener) {}

    private record Opening(String principalId, String pensionerId) {}

    /** A subscription; closing it twice does nothing. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** @param listener called on whichever thread publishes; it must not block and not throw */
    public Subscription subscribe(Principal principal, Consumer<LiveEvent> listener) {
        Subscriber subscriber = new Subscriber(principal, listener);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Notes that a file was opened, and tells it to colleagues who have it open, and of them. */
    public void opened(Principal principal, String pensionerId) {
        openings.put(new Opening(principal.id(), pensionerId), clock.instant());
        forget();
        for (Subscriber other : subscribers) {
            boolean colleague = !other.principal().id().equals(principal.id());
            if (colleague && hasOpen(other.principal(), pensionerId)) {
                other.listener().accept(new LiveEvent.AlsoOpen(pensionerId, principal.name()));
                tell(
                        principal,
                        new LiveEvent.AlsoOpen(pensionerId, other.principal().name()));
            }
        }
    }

    public void publish(LiveEvent event) {
        subscribers.stream()
                .filter(subscriber -> hasOpen(subscriber.principal(), event.pensionerId()))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    private void tell(Principal principal, LiveEvent event) {
        subscribers.stream()
                .filter(subscriber -> subscriber.principal().id().equals(principal.id()))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    private boolean hasOpen(Principal principal, String pensionerId) {
        Instant opened = openings.get(new Opening(principal.id(), pensionerId));
        return opened != null && opened.plus(OPEN_FOR).isAfter(clock.instant());
    }

    private void forget() {
        Instant now = clock.instant();
        openings.values().removeIf(opened -> !opened.plus(OPEN_FOR).isAfter(now));
    }
}
