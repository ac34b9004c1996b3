package eu.guichet.backend.listen;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.http2.Http2FrameData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What Helidon knows of a connection, followed where Helidon lets nobody follow: which threads work on its streams, since when its
 * frames are held up, and a way to write a frame of our own between those of others.
 */
final class FollowedContext implements ConnectionContext {
    private final ConnectionContext connection;
    private final DataReader reader;
    private final FrameWriter writer;
    private final ExecutorService executor;
    private final Frames frames;
    /** When bytes came that are not read to their end yet, in nanoseconds; 0 while more are waited for. */
    private volatile long unread;

    /** @param stream makes the work on a stream one that is followed */
    FollowedContext(ConnectionContext connection, Frames frames, UnaryOperator<Runnable> stream) {
        this.connection = connection;
        this.frames = frames;
        this.reader = DataReader.create(this::more);
        this.writer = new FrameWriter(connection.dataWriter(), frames);
        this.executor = new StreamExecutor(connection.executor(), stream);
    }

    private byte[] more() {
        unread = 0;
        byte[] came = frames.next(connection.dataReader());
        // zero says that nothing is there
        unread = System.nanoTime() | 1;
        return came;
    }

    /** Whether what has come could not be read on for so long, because nobody takes it. */
    boolean holdsUpFrames(Duration patience) {
        long since = unread;
        return since != 0 && System.nanoTime() - since > patience.toNanos();
    }

    /** Writes a frame as a whole, from any thread. */
    void write(Http2FrameData frame) {
        writer.writeNow(BufferData.create(frame.header().write(), frame.data()));
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public ExecutorService executor() {
        return executor;
    }

    @Override
    public ListenerContext listenerContext() {
        return connection.listenerContext();
    }

    @Override
    public Router router() {
        return connection.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return connection.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return connection.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return connection.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return connection.localPeer();
    }

    @Override
    public boolean isSecure() {
        return connection.isSecure();
    }

    @Override
    public String socketId() {
        return connection.socketId();
    }

    @Override
    public String childSocketId() {
        return connection.childSocketId();
    }

    /** Helidon writes each frame in one go; two of them never mix. */
    private static final class FrameWriter implements DataWriter {
        private final DataWriter socket;
        private final Frames frames;
        private final ReentrantLock turn = new ReentrantLock();

        FrameWriter(DataWriter socket, Frames frames) {
            this.socket = socket;
            this.frames = frames;
        }

        @Override
        public void write(BufferData... buffers) {
            write(BufferData.create(buffers));
        }

        @Override
        public void write(BufferData buffer) {
            inTurn(buffer, socket::write);
        }

        @Override
        public void writeNow(BufferData... buffers) {
            writeNow(BufferData.create(buffers));
        }

        @Override
        public void writeNow(BufferData buffer) {
            inTurn(buffer, socket::writeNow);
        }

        private void inTurn(BufferData frame, Consumer<BufferData> writing) {
            try {
                turn.lockInterruptibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before a frame could be written", e);
            }
            try {
                frames.writing(frame);
                writing.accept(frame);
            } finally {
                turn.unlock();
            }
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** Runs what works on streams; it begins and ends with the listener's. */
    private static final class StreamExecutor extends AbstractExecutorService {
        private final ExecutorService listener;
        private final UnaryOperator<Runnable> stream;

        StreamExecutor(ExecutorService listener, UnaryOperator<Runnable> stream) {
            this.listener = listener;
            this.stream = stream;
        }

        @Override
        public void execute(Runnable work) {
            listener.execute(stream.apply(work));
        }

        @Override
        public void shutdown() {
            throw new UnsupportedOperationException("it is the listener's");
        }

        @Override
        public List<Runnable> shutdownNow() {
            throw new UnsupportedOperationException("it is the listener's");
        }

        @Override
        public boolean isShutdown() {
            return listener.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return listener.isTerminated();
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
            return listener.awaitTermination(time, unit);
        }
    }
}
