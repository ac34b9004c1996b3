package eu.guichet.backend.listen;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.http.DirectHandler;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections on which a caller takes too long: to begin a request, to send it whole, or to take the answer. Helidon's own
 * limit counts idle connections only, so that half a request would hold a connection for ever.
 */
public final class Deadlines implements ServerConnectionSelector, Http1ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final ThreadLocal<Timed> CURRENT = new ThreadLocal<>();
    /** Of an upload, in bytes: some millions of people. */
    public static final long LONGEST_UPLOAD = 512L << 20;

    private final Limits limits;
    private final Http1ConnectionSelector http1;
    private final Set<Timed> open = ConcurrentHashMap.newKeySet();

    /**
     * How long a caller may take.
     *
     * @param first from connecting until a request begins
     * @param next from one answer until the next request begins
     * @param request from its first line until its end
     * @param answer for taking an answer, or one event of a stream
     */
    public record Limits(Duration first, Duration next, Duration request, Duration answer) {
        /** Long enough for a slow line, short enough for a listener that is held by thousands. */
        public static Limits usual() {
            return new Limits(
                    Duration.ofSeconds(20), Duration.ofSeconds(75), Duration.ofSeconds(30), Duration.ofSeconds(30));
        }
    }

    private enum Phase {
        FIRST,
        NEXT,
        REQUEST,
        /** It is our turn. */
        WORK,
        ANSWER
    }

    public Deadlines(Limits limits) {
        this.limits = limits;
        this.http1 = Http1ConnectionSelector.builder()
                .config(Http1Config.builder().addReceiveListener(this).build())
                .build();
    }

    /** The request has been read as a whole, or nobody waits for the rest of it. */
    public static void requestRead() {
        enter(Phase.WORK);
    }

    /** An answer, or one event of a stream, is being sent. */
    public static void answering() {
        enter(Phase.ANSWER);
    }

    /** It was sent, and more is to come from us. */
    public static void answered() {
        enter(Phase.WORK);
    }

    /** The answer was sent as a whole; another request may come. */
    public static void done() {
        enter(Phase.NEXT);
    }

    /** More of a request that may be long is waited for, as it was for so many nanoseconds since it last got on. */
    static void waitingForMore(long waited) {
        Timed current = CURRENT.get();
        if (current != null) {
            current.enter(Phase.REQUEST, System.nanoTime() - waited);
        }
    }

    private static void enter(Phase phase) {
        Timed current = CURRENT.get();
        if (current != null) {
            current.enter(phase, System.nanoTime());
        }
    }

    /** How many connections are open now. */
    public int open() {
        return open.size();
    }

    /** On how many of them a request is being sent or answered. */
    int busy() {
        return (int) open.stream()
                .filter(connection -> connection.phase != Phase.FIRST && connection.phase != Phase.NEXT)
                .count();
    }

    /**
     * Ends those whose time is over.
     *
     * @return false, as there is never more to do at once
     */
    public boolean sweep() {
        long now = System.nanoTime();
        for (Timed connection : open) {
            Phase phase = connection.phase;
            if (now - connection.since > nanos(phase)) {
                LOG.debug("a caller took too long in phase {}", phase);
                connection.close(true);
            }
        }
        return false;
    }

    private long nanos(Phase phase) {
        return switch (phase) {
            case FIRST -> limits.first().toNanos();
            case NEXT -> limits.next().toNanos();
            case REQUEST -> limits.request().toNanos();
            // our own has its limits elsewhere
            case WORK -> Long.MAX_VALUE;
            case ANSWER -> limits.answer().toNanos();
        };
    }

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        enter(Phase.REQUEST);
        refuseWithoutPath(prologue);
    }

    /**
     * Helidon's routing fails on a first line that names no path, as that of CONNECT does. Refused here, because of two
     * listeners Helidon 4.5.0 calls none.
     */
    private static void refuseWithoutPath(HttpPrologue prologue) {
        @Nullable String path = prologue.uriPath().path();
        if (path == null) {
            throw RequestException.builder()
                    .type(DirectHandler.EventType.BAD_REQUEST)
                    .message("the first line names no path")
                    .setKeepAlive(false)
                    .build();
        }
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http1.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http1.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return new Timed(http1.connection(context));
    }

    /** A connection with the phase it is in and since when. */
    private final class Timed implements ServerConnection {
        private final ServerConnection connection;
        private volatile Phase phase = Phase.FIRST;
        private volatile long since = System.nanoTime();

        Timed(ServerConnection connection) {
            this.connection = connection;
        }

        void enter(Phase next, long from) {
            since = from;
            phase = next;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            open.add(this);
            CURRENT.set(this);
            try {
                connection.handle(limit);
            } finally {
                CURRENT.remove();
                open.remove(this);
            }
        }

        @Override
        @SuppressWarnings("removal") // it is abstract still
        public void handle(Semaphore requests) throws InterruptedException {
            connection.handle(requests);
        }

        @Override
        public Duration idleTime() {
            return connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            connection.close(interrupt);
        }
    }
}
