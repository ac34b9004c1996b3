package eu.guichet.backend.live;

import eu.guichet.backend.schedule.PeriodicTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells other nodes on the same store which files have changed, and hears it of them. A notice that is lost is made up for by
 * {@link RemoteChangePoller}'s look; where there is no channel nothing is told.
 */
public final class NodeNotices implements AutoCloseable {
    private static final Duration TELL_AT_LEAST_EVERY = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 10_000;

    private final @Nullable Channel channel;
    private final BlockingQueue<Notice> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final PeriodicTask telling = new PeriodicTask("notices-out", TELL_AT_LEAST_EVERY, this::tell);
    private final PeriodicTask hearing = new PeriodicTask("notices-in", Duration.ZERO, this::hear);
    private volatile Consumer<List<Notice>> listener = _ -> {};
    private boolean started;

    /** @param channel to the other nodes; null where there can be none */
    public NodeNotices(@Nullable Channel channel) {
        this.channel = channel;
    }

    /** How notices travel. What it throws is followed by a pause and another try. */
    public interface Channel extends AutoCloseable {
        /** Waits a moment; empty where nobody told anything. */
        List<String> hear();

        void tell(Collection<String> notices);

        @Override
        void close();
    }

    /**
     * That a file has changed: its id and nothing else of the person.
     *
     * @param timePassed since when, where it was time alone; null where something was recorded
     */
    public record Notice(String pensionerId, @Nullable Instant timePassed) {
        String written() {
            Instant since = timePassed;
            return since == null ? pensionerId : pensionerId + " " + since.toEpochMilli();
        }

        /** One that a node of another version has written in another way is of a file that is not open here. */
        static Notice read(String written) {
            int gap = written.indexOf(' ');
            return gap < 0 || !written.substring(gap + 1).matches("-?\\d{1,18}")
                    ? new Notice(written, null)
                    : new Notice(
                            written.substring(0, gap),
                            Instant.ofEpochMilli(Long.parseLong(written.substring(gap + 1))));
        }
    }

    /** @param heard is handed what other nodes tell, on one thread */
    public void start(Consumer<List<Notice>> heard) {
        if (channel != null) {
            listener = heard;
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
            channel.tell(due.stream().map(Notice::written).distinct().toList());
        }
        return false;
    }

    private boolean hear() {
        if (channel == null) {
            return false;
        }
        List<Notice> heard = channel.hear().stream().map(Notice::read).toList();
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
