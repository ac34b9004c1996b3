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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passes live events to the principals who have the file open that they are about: the one opened last for as long as a
 * stream is there, each other one for a while.
 */
public final class LiveHub {
    private static final Duration OPEN_FOR = Duration.ofMinutes(30);

    private final InstantSource clock;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final Map<Opening, Instant> openings = new ConcurrentHashMap<>();
    /** By the principal's id, the file opened last. */
    private final Map<String, String> lastOpened = new ConcurrentHashMap<>();

    /** Of each file that is open, the version that was read or told last. */
    private final Map<String, String> etags = new ConcurrentHashMap<>();

    private final Consumer<NodeNotices.Notice> recorded;

    public LiveHub(InstantSource clock) {
        this(clock, _ -> {});
    }

    /** @param recorded is handed what happened here, for other nodes; it must not block and not throw */
    public LiveHub(InstantSource clock, Consumer<NodeNotices.Notice> recorded) {
        this.clock = clock;
        this.recorded = recorded;
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
        return () -> ended(subscriber);
    }

    /**
     * Notes that a file was opened, and tells it to colleagues who are at it, of them, and to those who were left.
     *
     * @param etag of the version that was read
     */
    public synchronized void opened(Principal principal, String pensionerId, String etag) {
        openings.put(new Opening(principal.id(), pensionerId), clock.instant());
        String before = lastOpened.put(principal.id(), pensionerId);
        forget();
        // What a colleague was told last stays: of anything newer she has not heard yet.
        etags.putIfAbsent(pensionerId, etag);
        if (before != null && !before.equals(pensionerId)) {
            left(principal.id(), before);
        }
        for (Subscriber other : at(pensionerId, principal.id())) {
            other.listener().accept(new LiveEvent.AlsoOpen(pensionerId, principal.name()));
            tell(
                    principal,
                    new LiveEvent.AlsoOpen(pensionerId, other.principal().name()));
        }
    }

    /** Notes that the principal is done with a file, and tells it to those who stay. */
    public synchronized void closed(String principalId, String pensionerId) {
        openings.remove(new Opening(principalId, pensionerId));
        if (lastOpened.remove(principalId, pensionerId)) {
            left(principalId, pensionerId);
        }
    }

    private synchronized void ended(Subscriber subscriber) {
        Principal principal = subscriber.principal();
        boolean last = subscribers.remove(subscriber) && subscribers.stream().noneMatch(of(principal.id()));
        String file = lastOpened.get(principal.id());
        if (last && file != null) {
            left(principal.id(), file);
        }
    }

    /** Each of those who stay hears who else does, or that nobody does. */
    private void left(String principalId, String pensionerId) {
        for (Subscriber stays : at(pensionerId, principalId)) {
            LiveEvent event = at(pensionerId, principalId).stream()
                    .filter(of(stays.principal().id()).negate())
                    .findFirst()
                    .<LiveEvent>map(another -> new LiveEvent.AlsoOpen(
                            pensionerId, another.principal().name()))
                    .orElseGet(() -> new LiveEvent.NobodyElse(pensionerId));
            stays.listener().accept(event);
        }
    }

    /** The streams of those who opened this file last, but one. */
    private List<Subscriber> at(String pensionerId, String butNot) {
        return subscribers.stream()
                .filter(subscriber -> isAt(subscriber.principal(), pensionerId))
                .filter(of(butNot).negate())
                .toList();
    }

    private boolean isAt(Principal principal, String pensionerId) {
        return pensionerId.equals(lastOpened.get(principal.id()));
    }

    private static Predicate<Subscriber> of(String principalId) {
        return subscriber -> subscriber.principal().id().equals(principalId);
    }

    /** @param etag of the file with what the event tells */
    public void publish(LiveEvent event, String etag) {
        passOn(event, etag);
        recorded.accept(new NodeNotices.Notice(event.pensionerId(), null));
    }

    private void passOn(LiveEvent event, String etag) {
        etags.replace(event.pensionerId(), etag);
        subscribers.stream()
                .filter(subscriber -> hasOpen(subscriber.principal(), event.pensionerId()))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    /**
     * Time alone has changed what a file shows: tells those who read it before that.
     *
     * @param etag of its version, which is the one it had
     * @param since when it changed
     */
    public void timePassed(String pensionerId, String etag, Instant since) {
        timePassedElsewhere(pensionerId, etag, since);
        recorded.accept(new NodeNotices.Notice(pensionerId, since));
    }

    /** As the other, noticed by another node. */
    void timePassedElsewhere(String pensionerId, String etag, Instant since) {
        LiveEvent event = new LiveEvent.FileChanged(pensionerId, etag, since);
        subscribers.stream()
                .filter(subscriber -> hasOpen(subscriber.principal(), pensionerId))
                .filter(subscriber -> readBefore(subscriber.principal(), pensionerId, since))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    private boolean readBefore(Principal principal, String pensionerId, Instant moment) {
        Instant read = openings.get(new Opening(principal.id(), pensionerId));
        return read == null || read.isBefore(moment);
    }

    /** The files that somebody who listens has open. */
    public Set<String> open() {
        forget();
        return files().filter(
                        file -> subscribers.stream().anyMatch(subscriber -> hasOpen(subscriber.principal(), file)))
                .collect(Collectors.toSet());
    }

    /** Tells of a version that nobody here was told of: another program has recorded something. */
    public void seen(String pensionerId, String etag) {
        if (!etag.equals(etags.get(pensionerId))) {
            passOn(new LiveEvent.FileChanged(pensionerId, etag), etag);
        }
    }

    private void tell(Principal principal, LiveEvent event) {
        subscribers.stream()
                .filter(of(principal.id()))
                .forEach(subscriber -> subscriber.listener().accept(event));
    }

    private boolean hasOpen(Principal principal, String pensionerId) {
        if (isAt(principal, pensionerId)) {
            return true;
        }
        Instant opened = openings.get(new Opening(principal.id(), pensionerId));
        return opened != null && opened.plus(OPEN_FOR).isAfter(clock.instant());
    }

    private void forget() {
        Instant now = clock.instant();
        if (openings.values().removeIf(opened -> !opened.plus(OPEN_FOR).isAfter(now))) {
            etags.keySet().retainAll(files().collect(Collectors.toSet()));
        }
    }

    /** All that may be open. */
    private Stream<String> files() {
        return Stream.concat(openings.keySet().stream().map(Opening::pensionerId), lastOpened.values().stream());
    }
}
