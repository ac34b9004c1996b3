package eu.guichet.backend.live;

import eu.guichet.backend.schedule.PeriodicTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What other programs on the same store record, another server or an import: when one tells of it, and about once a second
 * anyway, it looks whether the version of a file that is open here has moved.
 */
public final class RemoteChangePoller implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final LiveHub live;
    private final Function<Set<String>, Map<String, String>> etags;
    private final NodeNotices notices;
    private final PeriodicTask looks = new PeriodicTask("live", LOOK_EVERY, this::look);

    /** @param etags of the files of these pensioners as they are now in the store; asked only while a file is open */
    public RemoteChangePoller(LiveHub live, Function<Set<String>, Map<String, String>> etags, NodeNotices notices) {
        this.live = live;
        this.etags = etags;
        this.notices = notices;
    }

    public void start() {
        looks.start();
        notices.start(this::heard);
    }

    private void heard(List<NodeNotices.Notice> told) {
        Set<String> open = live.open();
        Map<String, String> now = etags.apply(told.stream()
                .map(NodeNotices.Notice::pensionerId)
                .filter(open::contains)
                .collect(Collectors.toSet()));
        now.forEach(live::seen);
        for (NodeNotices.Notice notice : told) {
            String etag = now.get(notice.pensionerId());
            Instant since = notice.timePassed();
            if (etag != null && since != null) {
                live.timePassedElsewhere(notice.pensionerId(), etag, since);
            }
        }
    }

    private boolean look() {
        Set<String> open = live.open();
        if (!open.isEmpty()) {
            etags.apply(open).forEach(live::seen);
        }
        return false;
    }

    @Override
    public void close() {
        looks.close();
        notices.close();
    }
}
