package eu.guichet.backend.worklist;

import eu.guichet.backend.desk.Desk;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Worklist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells which lists have changed, and among it that calls have become late, which nobody's act does: whoever promised one sees
 * it without looking for it.
 */
public final class LateCallbacks {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

    private final Desk desk;
    private final LiveHub live;
    private Instant lookedAt;

    public LateCallbacks(Desk desk, LiveHub live) {
        this.desk = desk;
        this.live = live;
        this.lookedAt = desk.now();
    }

    /**
     * What has changed before is told first: it needs no store.
     *
     * @return false: there is never more to do at once
     */
    public boolean tellLists() {
        boolean more = live.tellLists();
        Instant now = desk.now();
        if (!now.isBefore(lookedAt.plus(LOOK_EVERY))) {
            List<OfficeCode> offices =
                    desk.read(tx -> tx.callbacks().late(desk.access().keepsApart(), lookedAt, now));
            lookedAt = now;
            offices.forEach(office -> live.listChanged(office, Worklist.CALLBACKS));
        }
        return more;
    }
}
