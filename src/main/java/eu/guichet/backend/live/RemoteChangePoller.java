package eu.guichet.backend.live;

import eu.guichet.backend.schedule.PeriodicTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What other programs on the same store record, another server or an import: when one tells of it, and about once a second
 * anyway, it looks whether the version of a file that is open here has moved. Who has a file open at another node is told
 * alone, again and again.
 */
public final class RemoteChangePoller implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration ANNOUNCE_EVERY = Presence.BELIEVED_FOR.dividedBy(3);

    private final LiveHub live;
    private final Function<Set<String>, Map<String, String>> etags;
    private final Function<String, Colleague> colleagues;
    private final Runnable offices;
    private final NodeNotices notices;
    private final PeriodicTask looks = new PeriodicTask("live", LOOK_EVERY, this::look);
    private final PeriodicTask announcements = new PeriodicTask("presence", ANNOUNCE_EVERY, this::announce);

    /**
     * @param etags of the files of these pensioners as they are now in the store; asked only while a file is open
     * @param colleagues the agent with this id
     * @param offices reads the offices anew and tells it where something was written down of them
     */
    public RemoteChangePoller(
            LiveHub live,
            Function<Set<String>, Map<String, String>> etags,
            Function<String, Colleague> colleagues,
            Runnable offices,
            NodeNotices notices) {
        this.live = live;
        this.etags = etags;
        this.colleagues = colleagues;
        this.offices = offices;
        this.notices = notices;
    }

    public void start() {
        looks.start();
        notices.start(this::heard, live::begin);
        announcements.start();
    }

    private void heard(List<Notice> told) {
        List<Notice.Changed> changes = new ArrayList<>();
        for (Notice notice : told) {
            switch (notice) {
                case Notice.Changed changed -> changes.add(changed);
                case Notice.Opened opened -> live.openedElsewhere(opened);
                case Notice.At at -> live.isAtElsewhere(at, colleague(at.agentId()));
                case Notice.Closed closed -> live.closedElsewhere(closed.agentId(), closed.pensionerId());
                case Notice.Gone gone -> live.goneElsewhere(gone);
                case Notice.Approval approval -> live.approvalElsewhere(approval);
                case Notice.Board _ -> live.noticesChangedElsewhere();
                case Notice.Offices _ -> offices.run();
                case Notice.Begun _ -> live.announce();
                case Notice.Lists lists -> live.tellLists(Map.of(lists.office(), lists.lists()));
            }
        }
        changed(changes);
    }

    private Colleague colleague(String agentId) {
        return live.elsewhere(agentId).orElseGet(() -> colleagues.apply(agentId));
    }

    private void changed(List<Notice.Changed> told) {
        Set<String> open = live.open();
        Map<String, String> now = etags.apply(told.stream()
                .map(Notice.Changed::pensionerId)
                .filter(open::contains)
                .collect(Collectors.toSet()));
        now.forEach(live::seen);
        for (Notice.Changed notice : told) {
            String etag = now.get(notice.pensionerId());
            Instant since = notice.timePassed();
            if (etag != null && since != null) {
                live.timePassedElsewhere(notice.pensionerId(), etag, since);
            }
        }
    }

    private boolean look() {
        live.expire();
        Set<String> open = live.open();
        if (!open.isEmpty()) {
            etags.apply(open).forEach(live::seen);
        }
        return false;
    }

    private boolean announce() {
        live.announce();
        return false;
    }

    @Override
    public void close() {
        announcements.close();
        looks.close();
        notices.close();
    }
}
