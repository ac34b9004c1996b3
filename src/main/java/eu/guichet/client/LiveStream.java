package eu.guichet.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.client.GuichetClient.Connection;
import eu.guichet.contract.LiveEvent;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription to the live stream, which comes back by itself: at once after a stream that held, then more and more
 * slowly. What happened meanwhile is not told again; {@link Connection#CONNECTED} says that views must be read anew.
 */
final class LiveStream implements GuichetClient.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);

    private final EventSource.Factory sources;
    private final Request request;
    private final String correlation;
    private final ScheduledExecutorService timer;
    private final Backoff backoff;
    private final Consumer<LiveEvent> listener;
    private final Consumer<Connection> connection;

    private final Object lock = new Object();
    private @Nullable EventSource source;
    private boolean closed;
    private boolean connected;
    private @Nullable Connection told;
    private long connectedAt;
    /** Whether it ended in order and does not stand again yet. */
    private boolean gap;
    /** Failures since the last stream that held. */
    private int failures;

    LiveStream(
            EventSource.Factory sources,
            Request request,
            String correlation,
            ScheduledExecutorService timer,
            Backoff backoff,
            Consumer<LiveEvent> listener,
            Consumer<Connection> connection) {
        this.sources = sources;
        this.request = request;
        this.correlation = correlation;
        this.timer = timer;
        this.backoff = backoff;
        this.listener = listener;
        this.connection = connection;
    }

    void open() {
        synchronized (lock) {
            if (!closed) {
                source = sources.newEventSource(request, new Listener());
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (source != null) {
                source.cancel();
            }
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /**
     * The backend has ended it in order, as it does when the token that opened it is over: most often it stands again at once, so
     * that nobody need be told that something is amiss before that has failed.
     */
    private void ended() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            if (connected && held()) {
                connected = false;
                gap = true;
                failures = 1;
                later(Duration.ZERO);
                return;
            }
        }
        lost(Connection.RECONNECTING);
    }

    /** Comes back also where the backend does not know the session or the role: either can change. */
    private void lost(Connection how) {
        boolean tell;
        synchronized (lock) {
            if (closed) {
                return;
            }
            if (connected && held()) {
                failures = 0;
            }
            connected = false;
            gap = false;
            tell = told != how;
            told = how;
            Duration pause = failures == 0 ? Duration.ZERO : backoff.pause(failures);
            failures++;
            if (!later(pause)) {
                return;
            }
        }
        if (tell) {
            connection.accept(how);
        }
    }

    /** False where the client is closed. */
    private boolean later(Duration pause) {
        try {
            var _ = timer.schedule(this::open, pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("the client is closed; the live stream is not opened again", e);
            return false;
        }
    }

    /** Another call was told that the session is over; the stream itself may hear of it much later. */
    void signedOut() {
        synchronized (lock) {
            if (closed || told == Connection.SIGNED_OUT) {
                return;
            }
            told = Connection.SIGNED_OUT;
        }
        connection.accept(Connection.SIGNED_OUT);
    }

    /** A stream that is cut as soon as it stands must not be asked for at once again and again. */
    private boolean held() {
        return System.nanoTime() - connectedAt >= backoff.first().toNanos();
    }

    private final class Listener extends EventSourceListener {
        @Override
        public void onOpen(EventSource opened, Response response) {
            boolean missed;
            synchronized (lock) {
                if (closed) {
                    return;
                }
                connected = true;
                missed = gap && told == Connection.CONNECTED;
                gap = false;
                told = Connection.CONNECTED;
                connectedAt = System.nanoTime();
            }
            if (missed) {
                // something may have happened in between: views are read anew
                connection.accept(Connection.RECONNECTING);
            }
            connection.accept(Connection.CONNECTED);
        }

        @Override
        public void onEvent(EventSource from, @Nullable String id, @Nullable String type, String data) {
            if (isClosed()) {
                return;
            }
            LiveEvent event;
            try {
                event = Json.read(data.getBytes(UTF_8), LiveEvent.class, correlation);
            } catch (ClientException.NotUnderstood e) {
                LOG.debug("an event of a kind unknown here is passed over", e);
                return;
            }
            listener.accept(event);
        }

        @Override
        public void onClosed(EventSource source) {
            ended();
        }

        @Override
        public void onFailure(EventSource failed, @Nullable Throwable cause, @Nullable Response response) {
            LOG.info(
                    "live stream lost: {}",
                    response != null
                            ? response.code()
                            : cause == null ? "?" : cause.getClass().getSimpleName());
            if (response != null && Clocks.differ(response.code(), response.headers())) {
                lost(Connection.RECONNECTING);
                return;
            }
            lost(
                    switch (response == null ? 0 : response.code()) {
                        case 401 -> Connection.SIGNED_OUT;
                        case 403 -> Connection.NOT_OFFERED;
                        default -> Connection.RECONNECTING;
                    });
        }
    }
}
