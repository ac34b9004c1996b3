package eu.guichet.backend.listen;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.http.http2.Http2ErrorCode;
import io.helidon.http.http2.Http2Flag;
import io.helidon.http.http2.Http2FrameData;
import io.helidon.http.http2.Http2GoAway;
import io.helidon.http.http2.Http2Settings;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http2.Http2Config;
import io.helidon.webserver.http2.Http2ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP/2 connection. Each of its streams has the times of a request of its own, the connection the times between requests while
 * none is open. Helidon ends nothing of that by itself: a body that does not come would hold a stream for ever, also after its
 * caller has hung up.
 */
final class Multiplexed extends Timed implements Limited {
    /** As TLS agrees on it. */
    static final String PROTOCOL = "h2";

    private static final Logger LOG = LoggerFactory.getLogger(Multiplexed.class);
    /** More than a desk ever asks for at a time. */
    private static final int STREAMS = 64;
    /** Of what a stream may send before somebody takes it, in bytes: the least there is. */
    private static final int WINDOW = 65_535;
    /** Where a stream says that it goes on with all that was begun. */
    private static final int ALL = Integer.MAX_VALUE;

    private static final Http2ConnectionSelector HTTP2 = Http2ConnectionSelector.builder()
            .http2Config(Http2Config.builder()
                    .maxConcurrentStreams(STREAMS)
                    .initialWindowSize(WINDOW)
                    // the phases end it before; this one is prolonged by each byte of window
                    .flowControlTimeout(Duration.ofMinutes(1))
                    .build())
            .build();

    private final Set<Timed> open;
    private final BooleanSupplier leaving;
    private final Frames frames = new Frames();
    private final FollowedContext context;
    private final ServerConnection connection;
    private final Set<Stream> streams = new HashSet<>();
    private final AtomicBoolean goneAway = new AtomicBoolean();

    /**
     * @param open all that is timed, to which it adds itself and its streams
     * @param leaving whether no connection is to take further requests
     */
    Multiplexed(ConnectionContext context, Set<Timed> open, BooleanSupplier leaving) {
        this.open = open;
        this.leaving = leaving;
        this.context = new FollowedContext(context, frames, this::stream);
        this.connection = HTTP2.connection(this.context);
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        open.add(this);
        try {
            connection.handle(limit);
        } finally {
            open.remove(this);
            List<Stream> left;
            synchronized (streams) {
                left = List.copyOf(streams);
            }
            left.forEach(Stream::hungUp);
        }
    }

    private Runnable stream(Runnable work) {
        Stream stream = new Stream(work);
        synchronized (streams) {
            streams.add(stream);
            enter(Phase.WORK, System.nanoTime());
        }
        stream.number = frames.begins(stream);
        open.add(stream);
        return stream;
    }

    private void ended(Stream stream) {
        open.remove(stream);
        frames.ended(stream.number);
        synchronized (streams) {
            streams.remove(stream);
            if (streams.isEmpty()) {
                enter(Phase.NEXT, System.nanoTime());
            }
        }
        if (leaving.getAsBoolean()) {
            leave();
        }
    }

    @Override
    void sweep(Deadlines.Limits limits) {
        if (context.holdsUpFrames(limits.request())) {
            LOG.debug("a frame is held up");
            connection.close(true);
        } else {
            super.sweep(limits);
        }
    }

    /** Says first that it ends: a request that is on its way may still come. */
    @Override
    void tookTooLong() {
        LOG.debug("a caller took too long in phase {}", phase());
        if (goneAway.get()) {
            connection.close(true);
        } else {
            leave();
        }
    }

    /** On a thread of its own, because a caller who reads nothing may hold it up. */
    @Override
    void leave() {
        if (goneAway.compareAndSet(false, true)) {
            Thread.ofVirtual().name("go away").start(() -> {
                Http2FrameData frame = new Http2GoAway(ALL, Http2ErrorCode.NO_ERROR, "")
                        .toFrameData(Http2Settings.create(), 0, Http2Flag.NoFlags.create());
                try {
                    context.write(frame);
                } catch (UncheckedIOException | IllegalStateException e) {
                    LOG.debug("a caller could not be told that the connection ends", e);
                }
            });
        }
    }

    @Override
    public Duration idleTime() {
        return idle();
    }

    @Override
    public void close(boolean interrupt) {
        connection.close(interrupt);
    }

    /** One request and its answer. */
    private final class Stream extends Timed implements Runnable, Frames.Worker {
        private final Runnable work;
        private int number;
        private @Nullable Thread thread;
        /** Nothing more is to come of it; what we do may still be ended. */
        private boolean cut;

        private boolean interrupted;

        Stream(Runnable work) {
            this.work = work;
            super.enter(Phase.REQUEST, System.nanoTime());
        }

        @Override
        public void run() {
            synchronized (this) {
                thread = Thread.currentThread();
            }
            try {
                during(work::run);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                synchronized (this) {
                    thread = null;
                }
                ended(this);
            }
        }

        /** Helidon takes half a body for a whole one where the wait for the rest of it is interrupted. */
        @Override
        synchronized void enter(Phase next, long from) {
            if (cut) {
                // our work is over: what Helidon may still wait for is interrupted in its time
                super.enter(Phase.REQUEST, System.nanoTime());
                throw new CloseConnectionException("the caller took too long, or is gone");
            }
            super.enter(next, from);
        }

        @Override
        synchronized void tookTooLong() {
            if (phase() == Phase.WORK) {
                // it has just become our turn
                return;
            }
            LOG.debug("a caller took too long in phase {} of a stream", phase());
            if (interrupted) {
                // it did not help: Helidon waits once more for the rest of a body where its stream is closed
                connection.close(true);
            }
            super.enter(phase(), System.nanoTime());
            interrupt();
        }

        /** What is our turn comes to its end, as it does on a connection of one request at a time. */
        synchronized void hungUp() {
            cut = true;
            if (phase() != Phase.WORK) {
                interrupt();
            }
        }

        /** Not interrupted: that would end the connection where a frame is just being written. */
        @Override
        public synchronized void givenUp() {
            cut = true;
        }

        @Override
        public synchronized boolean isCut() {
            return cut;
        }

        @Override
        public boolean isAnswering() {
            Phase now = phase();
            return now == Phase.ANSWER || now == Phase.NEXT;
        }

        private synchronized void interrupt() {
            cut = true;
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
