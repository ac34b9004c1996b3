package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.LiveEvent;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.sse.SseSink;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The live stream. Events wait in a queue of the stream's own, so that a slow reader holds up nobody; one that does not
 * read at all loses the stream and reads the file anew.
 */
final class EventsResource implements AutoCloseable {
    private static final int WAITING = 256;
    private static final long HEARTBEAT_SECONDS = 15;

    private final LiveHub live;
    private final Set<Feed> feeds = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    EventsResource(LiveHub live) {
        this.live = live;
    }

    Route events() {
        return Route.get("/v1/events", Permission.READ_FILE, call -> {
            if (!call.request().headers().isAccepted(MediaTypes.TEXT_EVENT_STREAM)) {
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

    private void stream(Request call, SseSink sink) {
        Feed feed = new Feed();
        feeds.add(feed);
        try (LiveHub.Subscription _ = live.subscribe(call.principal(), feed::offer)) {
            sink.emit(SseEvent.builder().comment("open").build());
            while (!closed && !feed.ended()) {
                sink.emit(feed.next().map(EventsResource::event).orElseGet(EventsResource::heartbeat));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feeds.remove(feed);
        }
    }

    private static SseEvent event(LiveEvent event) {
        String name = switch (event) {
            case LiveEvent.FileChanged _ -> "file-changed";
            case LiveEvent.MessageChanged _ -> "message-changed";
            case LiveEvent.AlsoOpen _ -> "also-open";
            case LiveEvent.NobodyElse _ -> "nobody-else";
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
        private volatile boolean ended;

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
        Optional<LiveEvent> next() throws InterruptedException {
            Optional<LiveEvent> next = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            return next == null ? Optional.empty() : next;
        }
    }
}
