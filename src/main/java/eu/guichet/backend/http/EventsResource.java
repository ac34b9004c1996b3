package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.listen.Deadlines;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.LiveEvent;
import io.helidon.http.HeaderNames;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.sse.SseSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The live stream. Events wait in a queue of the stream's own, so that a slow reader holds up nobody; one that does not
 * read at all loses the stream and reads the file anew.
 */
final class EventsResource implements AutoCloseable {
    private static final Set<String> ACCEPTED = Set.of("text/event-stream", "text/*", "*/*");
    private static final int WAITING = 256;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LiveHub live;
    private final InstantSource clock;
    private final int most;
    private final Set<Feed> feeds = ConcurrentHashMap.newKeySet();
    private final AtomicLong opened = new AtomicLong();
    private volatile @Nullable Duration leaving;
    private volatile boolean closed;

    /** @param most streams of one agent; the oldest ends for one more */
    EventsResource(LiveHub live, InstantSource clock, int most) {
        this.live = live;
        this.clock = clock;
        this.most = most;
    }

    Route events() {
        return Route.get("/v1/events", Permission.LISTEN, call -> {
            if (!isAccepted(call.request())) {
                throw ProblemException.at("Accept", Fault.MALFORMED);
            }
            return new Answer.Stream(sink -> stream(call, sink));
        });
    }

    /** Ends all streams; a client opens its stream anew when there is a backend again. */
    @Override
    public void close() {
        closed = true;
        feeds.forEach(Feed::end);
    }

    /** Ends all streams by and by within this time, so that their clients do not all come to another backend at once. */
    void leave(Duration within) {
        leaving = within;
        feeds.forEach(feed -> feed.endAt(soon(within)));
    }

    private Instant soon(Duration within) {
        return clock.instant().plusMillis(ThreadLocalRandom.current().nextLong(within.toMillis() + 1));
    }

    private void stream(Request call, SseSink sink) {
        Feed feed = new Feed(call.principal().id(), opened.incrementAndGet(), call.until());
        feeds.add(feed);
        Duration within = leaving;
        if (within != null) {
            feed.endAt(soon(within));
        }
        endTheOldest(feed.agent());
        try (LiveHub.Subscription _ = live.subscribe(call.principal(), feed::offer)) {
            emit(sink, SseEvent.builder().comment("open").build());
            while (!closed && !feed.ended()) {
                Duration left = Duration.between(clock.instant(), feed.until());
                if (!left.isPositive()) {
                    // whoever is still signed in opens it anew
                    return;
                }
                emit(
                        sink,
                        feed.next(left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT)
                                .map(EventsResource::event)
                                .orElseGet(EventsResource::heartbeat));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feeds.remove(feed);
        }
    }

    private void endTheOldest(String agent) {
        List<Feed> own = feeds.stream()
                .filter(feed -> feed.agent().equals(agent) && !feed.ended())
                .sorted(Comparator.comparingLong(Feed::number))
                .toList();
        own.stream().limit(Math.max(0, own.size() - most)).forEach(Feed::end);
    }

    /** Read here: Helidon's own reading of the header fails in ways of its own where it is malformed. */
    private static boolean isAccepted(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.ACCEPT)
                .map(accept -> Arrays.stream(accept.split(","))
                        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                        .anyMatch(ACCEPTED::contains))
                .orElse(true);
    }

    private static void emit(SseSink sink, SseEvent event) {
        Deadlines.answering();
        sink.emit(event);
        Deadlines.answered();
    }

    private static SseEvent event(LiveEvent event) {
        String name = switch (event) {
            case LiveEvent.FileChanged _ -> "file-changed";
            case LiveEvent.MessageChanged _ -> "message-changed";
            case LiveEvent.AlsoOpen _ -> "also-open";
            case LiveEvent.NobodyElse _ -> "nobody-else";
            case LiveEvent.ApprovalChanged _ -> "approval-changed";
            case LiveEvent.WorklistsChanged _ -> "worklists-changed";
            case LiveEvent.NoticesChanged _ -> "notices-changed";
            case LiveEvent.OfficesChanged _ -> "offices-changed";
        };
        return SseEvent.builder()
                .name(name)
                .data(ContractJson.mapper().writeValueAsString(event))
                .build();
    }

    private static SseEvent heartbeat() {
        return SseEvent.builder().comment("still here").build();
    }

    /** What waits for one stream. */
    private static final class Feed {
        private final BlockingQueue<Optional<LiveEvent>> waiting = new ArrayBlockingQueue<>(WAITING);
        private final String agent;
        private final long number;
        private volatile Instant until;
        private volatile boolean ended;

        Feed(String agent, long number, Instant until) {
            this.agent = agent;
            this.number = number;
            this.until = until;
        }

        Instant until() {
            return until;
        }

        /** No later than before. */
        synchronized void endAt(Instant moment) {
            if (moment.isBefore(until)) {
                until = moment;
                // wakes the stream, which then waits for no longer than that
                boolean _ = waiting.offer(Optional.empty());
            }
        }

        String agent() {
            return agent;
        }

        long number() {
            return number;
        }

        void offer(LiveEvent event) {
            if (!waiting.offer(Optional.of(event))) {
                ended = true;
            }
        }

        void end() {
            ended = true;
            // Wakes the stream; where the queue is full it is awake.
            boolean _ = waiting.offer(Optional.empty());
        }

        boolean ended() {
            return ended;
        }

        /** Empty when nothing came in time. */
        Optional<LiveEvent> next(Duration patience) throws InterruptedException {
            Optional<LiveEvent> next = waiting.poll(patience.toMillis() + 1, TimeUnit.MILLISECONDS);
            return next == null ? Optional.empty() : next;
        }
    }
}
