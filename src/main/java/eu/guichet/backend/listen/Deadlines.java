package eu.guichet.backend.listen;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.DirectHandler;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks HTTP/1.1, and HTTP/2 where TLS has agreed on it, and ends what a caller takes too long for: to begin a request, to send it
 * whole, or to take the answer. Helidon's own limit counts idle connections only, so that half a request would hold a connection for
 * ever.
 */
public final class Deadlines implements ServerConnectionSelector, Http1ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    /** In the order of preference where a caller has none. */
    private static final Set<String> PROTOCOLS = Set.of(Multiplexed.PROTOCOL, "http/1.1");

    /** Of an upload, in bytes: some millions of people. */
    public static final long LONGEST_UPLOAD = 512L << 20;

    private final Limits limits;
    private final Http1ConnectionSelector http1;
    private final Set<Timed> open = ConcurrentHashMap.newKeySet();
    private volatile boolean leaving;

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

    public Deadlines(Limits limits) {
        this.limits = limits;
        this.http1 = Http1ConnectionSelector.builder()
                .config(Http1Config.builder().addReceiveListener(this).build())
                .build();
    }

    /** The request has been read as a whole, or nobody waits for the rest of it. */
    public static void requestRead() {
        enter(Timed.Phase.WORK);
    }

    /** An answer, or one event of a stream, is being sent. */
    public static void answering() {
        enter(Timed.Phase.ANSWER);
    }

    /** It was sent, and more is to come from us. */
    public static void answered() {
        enter(Timed.Phase.WORK);
    }

    /** The answer was sent as a whole; another request may come. */
    public static void done() {
        enter(Timed.Phase.NEXT);
    }

    /** More of a request that may be long is waited for, as it was for so many nanoseconds since it last got on. */
    static void waitingForMore(long waited) {
        enter(Timed.Phase.REQUEST, System.nanoTime() - waited);
    }

    private static void enter(Timed.Phase phase) {
        enter(phase, System.nanoTime());
    }

    private static void enter(Timed.Phase phase, long from) {
        Timed current = Timed.current();
        if (current != null) {
            current.enter(phase, from);
        }
    }

    /** How many connections are open now. */
    public int open() {
        return (int) open.stream().filter(ServerConnection.class::isInstance).count();
    }

    /** How many requests are being sent or answered. */
    int busy() {
        return (int) open.stream().filter(Timed::isBusy).count();
    }

    /** From now on each connection that takes several requests at a time is told to be the last one. */
    void leave() {
        leaving = true;
        open.forEach(Timed::leave);
    }

    /**
     * Ends those whose time is over.
     *
     * @return false, as there is never more to do at once
     */
    public boolean sweep() {
        open.forEach(one -> one.sweep(limits));
        return false;
    }

    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        enter(Timed.Phase.REQUEST);
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
        return PROTOCOLS;
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return context.isSecure() ? new Handshake(context) : new Http1(http1.connection(context));
    }

    /** A connection until TLS has agreed on what is spoken, which Helidon leaves to whoever reads first. */
    private final class Handshake extends Timed implements Limited {
        private final ConnectionContext context;
        private volatile @Nullable Thread thread;
        private volatile @Nullable ServerConnection agreed;

        Handshake(ConnectionContext context) {
            this.context = context;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            thread = Thread.currentThread();
            open.add(this);
            try {
                context.dataReader().ensureAvailable();
            } catch (DataReader.InsufficientDataAvailableException e) {
                throw new CloseConnectionException("hung up before a request", e);
            } finally {
                open.remove(this);
            }
            ServerConnection connection = agreed();
            agreed = connection;
            connection.handle(limit);
        }

        private ServerConnection agreed() {
            HelidonSocket socket = context.serverSocket();
            boolean http2 = socket.protocolNegotiated() && Multiplexed.PROTOCOL.equals(socket.protocol());
            return http2 ? new Multiplexed(context, open, () -> leaving) : new Http1(http1.connection(context));
        }

        @Override
        void tookTooLong() {
            LOG.debug("a caller took too long for the handshake");
            Thread waiting = thread;
            if (waiting != null) {
                waiting.interrupt();
            }
        }

        @Override
        public Duration idleTime() {
            ServerConnection connection = agreed;
            return connection == null ? idle() : connection.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            ServerConnection connection = agreed;
            if (connection == null) {
                tookTooLong();
            } else {
                connection.close(interrupt);
            }
        }
    }

    /** A connection that takes one request after the other. */
    private final class Http1 extends Timed implements Limited {
        private final ServerConnection connection;

        Http1(ServerConnection connection) {
            this.connection = connection;
        }

        @Override
        void tookTooLong() {
            LOG.debug("a caller took too long in phase {}", phase());
            connection.close(true);
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            open.add(this);
            try {
                during(() -> connection.handle(limit));
            } finally {
                open.remove(this);
            }
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
