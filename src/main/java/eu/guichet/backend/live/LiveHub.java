package eu.guichet.backend.live;

import eu.guichet.backend.access.Principal;
import eu.guichet.contract.LiveEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Passes live events to the principals who opened the file they are about a short while ago. */
public final class LiveHub {
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final Map<Opening, Instant> openings = new ConcurrentHashMap<>();
    /** Of each file that is open, the version that was read or told last. */
    private final Map<String, String> etags = new ConcurrentHashMap<>();

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

    /**
     * Notes that a file was opened, and tells it to colleagues who have it open, and of them.
     *
     * @param etag of the version that was read
     */
    public void opened(Principal principal, String pensionerId, String etag) {
        openings.put(new Opening(principal.id(), pensionerId), clock.instant());
        forget();
        // What a colleague was told last stays: of anything newer she has not heard yet.
        etags.putIfAbsent(pensionerId, etag);
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
        if (event instanceof LiveEvent.FileChanged(String pensionerId, String etag)) {
            etags.replace(pensionerId, etag);
        }
        subscribers.stream()
                .filter(subscriber -> hasOpen(subscriber.principal(), event.pensionerId()))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    /** The files that somebody who listens has open. */
    public Set<String> open() {
        forget();
        return openings.keySet().stream()
                .filter(opening -> subscribers.stream()
                        .anyMatch(subscriber -> subscriber.principal().id().equals(opening.principalId())))
                .map(Opening::pensionerId)
                .collect(Collectors.toSet());
    }

    /** Tells of a version that nobody here was told of: another program has recorded something. */
    public void seen(String pensionerId, String etag) {
        if (!etag.equals(etags.get(pensionerId))) {
            publish(new LiveEvent.FileChanged(pensionerId, etag));
        }
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
        if (openings.values().removeIf(opened -> !opened.plus(OPEN_FOR).isAfter(now))) {
            Set<String> open =
                    openings.keySet().stream().map(Opening::pensionerId).collect(Collectors.toSet());
            etags.keySet().retainAll(open);
        }
    }
}
