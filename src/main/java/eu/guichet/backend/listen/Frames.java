package eu.guichet.backend.listen;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a connection, handed on one at a time, and how far each stream is by them.
 *
 * <p>A caller who gives up an answer cannot know how far it has got (RFC 9113, 5.1): its RST_STREAM may come for a stream that is
 * over. Helidon forgets such a stream when the next one is opened, and takes the frame for an error of the whole connection, which
 * then refuses every stream beside it. So the frame is not handed on where the stream may be over.
 */
final class Frames {
    /** Of a frame before its payload, in bytes. */
    private static final int HEAD = 9;
    /** What a caller says before its first frame, in bytes. */
    private static final int PREFACE = 24;

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    /** The payload of a RST_STREAM frame, in bytes. */
    private static final int ERROR = 4;

    private static final int END_STREAM = 1;

    private final Map<Integer, Ends> streams = new ConcurrentHashMap<>();
    /** Of the preface, or of the payload of the frame that is being handed on, in bytes. */
    private int left = PREFACE;
    /** The stream whose head was read last. */
    private int opened;

    /** Something that works on a stream. */
    interface Worker {
        /** Whether it has come to its answer. */
        boolean isAnswering();

        /** Whether it may end without one. */
        boolean isCut();

        /** Nobody waits for the answer any more. It must not wait. */
        void givenUp();
    }

    /** Which sides of a stream are done. */
    private static final class Ends {
        /** That of the caller: only the thread that reads knows of it. */
        private boolean asked;

        private volatile boolean begun;
        private volatile boolean answered;
        private volatile @Nullable Worker worker;

        /** Helidon forgets a stream before it writes a head that is the whole answer, and after any other last frame. */
        boolean mayBeForgotten() {
            Worker now = worker;
            return asked && (answered || (now != null && (now.isCut() || (!begun && now.isAnswering()))));
        }

        boolean isOver() {
            return asked && answered;
        }
    }

    /**
     * The next bytes to be handed on: the head of a frame, or as much of its payload as is there. Waits for them.
     *
     * @throws DataReader.InsufficientDataAvailableException when the caller has hung up
     */
    byte[] next(DataReader source) {
        source.ensureAvailable();
        if (left == 0) {
            byte[] head = source.readBytes(HEAD);
            while (isLate(head)) {
                source.readBytes(ERROR);
                head = source.readBytes(HEAD);
            }
            left = number(head, 0, 3);
            return head;
        }
        byte[] some = source.readBytes(Math.min(left, source.available()));
        left -= some.length;
        return some;
    }

    /** Follows what is read, and says whether it is a reset that comes too late. */
    private boolean isLate(byte[] head) {
        int stream = number(head, 5, 4) & Integer.MAX_VALUE;
        int type = head[3];
        boolean last = (head[4] & END_STREAM) != 0;
        if (type == HEADERS) {
            streams.values().removeIf(Ends::isOver);
            opened = Math.max(opened, stream);
            streams.computeIfAbsent(stream, _ -> new Ends()).asked |= last;
        } else if (type == DATA && last) {
            Ends ends = streams.get(stream);
            if (ends != null) {
                ends.asked = true;
            }
        } else if (type == RST_STREAM && number(head, 0, 3) == ERROR) {
            return isLateReset(stream);
        }
        return false;
    }

    private boolean isLateReset(int stream) {
        Ends ends = streams.get(stream);
        if (ends == null) {
            return stream <= opened && stream != 0;
        }
        boolean late = ends.mayBeForgotten();
        ends.asked = true;
        Worker worker = ends.worker;
        if (worker != null) {
            worker.givenUp();
        }
        return late;
    }

    /**
     * Somebody is about to work on the stream whose head was read last.
     *
     * @return the number of that stream
     */
    int begins(Worker worker) {
        Ends ends = streams.get(opened);
        if (ends != null) {
            ends.worker = worker;
        }
        return opened;
    }

    /** Nobody works on this stream any more. */
    void ended(int stream) {
        Ends ends = streams.get(stream);
        if (ends != null) {
            ends.answered = true;
            ends.worker = null;
        }
    }

    /** Follows a frame that is about to be written. */
    void writing(BufferData frame) {
        int type = frame.get(3);
        if (type == DATA || type == HEADERS) {
            int stream = (frame.get(5) & 0x7f) << 24 | frame.get(6) << 16 | frame.get(7) << 8 | frame.get(8);
            Ends ends = streams.get(stream);
            if (ends != null) {
                ends.begun = true;
                if ((frame.get(4) & END_STREAM) != 0) {
                    ends.answered = true;
                }
            }
        }
    }

    private static int number(byte[] bytes, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }
}
