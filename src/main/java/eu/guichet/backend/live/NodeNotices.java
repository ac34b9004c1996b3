package eu.guichet.backend.live;

import eu.guichet.backend.schedule.PeriodicTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells other nodes on the same store which files have changed and who has which open, and hears it of them. A notice that is
 * lost is made up for by {@link RemoteChangePoller}; where there is no channel nothing is told.
 */
public final class NodeNotices implements AutoCloseable {
    private static final Duration TELL_AT_LEAST_EVERY = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 10_000;

    private final @Nullable Channel channel;
    private final BlockingQueue<Notice> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final PeriodicTask telling = new PeriodicTask("notices-out", TELL_AT_LEAST_EVERY, this::tell);
    private final PeriodicTask hearing = new PeriodicTask("notices-in", Duration.ZERO, this::hear);
    private volatile Consumer<List<Notice>> listener = _ -> {};
    private volatile Runnable begun = () -> {};
    private boolean started;
    private boolean listening;

    /** @param channel to the other nodes; null where there can be none */
    public NodeNotices(@Nullable Channel channel) {
        this.channel = channel;
    }

    /** How notices travel. What it throws is followed by a pause and another try. */
    public interface Channel extends AutoCloseable {
        /** Waits a moment; empty where nobody told anything. */
        List<String> hear();

        /** In this order; none of them twice. */
        void tell(Collection<String> notices);

        @Override
        void close();
    }

    /**
     * @param heard is handed what other nodes tell, on one thread
     * @param connected called on it whenever nothing more that is told is missed, after something may have been
     */
    public void start(Consumer<List<Notice>> heard, Runnable connected) {
        if (channel != null) {
            listener = heard;
            begun = connected;
            started = true;
            telling.start();
            hearing.start();
        }
    }

    /** To be told as soon as may be, on another thread; with too many waiting, not at all. */
    public void recorded(Notice notice) {
        if (channel != null && waiting.offer(notice)) {
            telling.nudge();
        }
    }

    private boolean tell() {
        List<Notice> due = new ArrayList<>();
        waiting.drainTo(due);
        if (channel != null && !due.isEmpty()) {
            channel.tell(inOrder(due));
        }
        return false;
    }

    /** What is told twice is told in its last place: who opened this file, another and this one again is at this one. */
    private static SequencedSet<String> inOrder(List<Notice> due) {
        SequencedSet<String> told = new LinkedHashSet<>();
        due.forEach(notice -> told.addLast(notice.written()));
        return told;
    }

    private boolean hear() {
        if (channel == null) {
            return false;
        }
        boolean before = listening;
        listening = false;
        List<Notice> heard = channel.hear().stream()
                .flatMap(written -> Notice.read(written).stream())
                .toList();
        listening = true;
        if (!before) {
            begun.run();
        }
        if (!heard.isEmpty()) {
            listener.accept(heard);
        }
        return true;
    }

    @Override
    public void close() {
        if (started) {
            hearing.close();
            telling.close();
        }
        if (channel != null) {
            channel.close();
        }
    }
}
