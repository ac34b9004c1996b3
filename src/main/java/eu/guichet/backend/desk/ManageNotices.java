package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.StoredNotice;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.contract.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Tells every desk that something is disturbed, and that it is over; each once for each key. */
public final class ManageNotices {
    /** Of those that are over, so many are shown. */
    private static final int MOST = 200;
    /** More that hold at once are read by nobody, and each of them is looked at for every file that is opened. */
    private static final int MOST_AT_ONCE = 20;

    private final Desk desk;

    public ManageNotices(Desk desk) {
        this.desk = desk;
    }

    /** Those that hold, the oldest first. */
    public List<StoredNotice> inForce() {
        return desk.read(tx -> tx.notices().inForce(desk.now()));
    }

    /** Also those that are over, the newest first. */
    public List<StoredNotice> all() {
        return desk.read(tx -> tx.notices().all(MOST));
    }

    public StoredNotice write(Principal who, NoticeRequest wanted, String key) {
        wanted.texts().values().forEach(text -> WrittenDown.requireNoCode("texts", text));
        return desk.act(who, AuditAct.NOTICE_WRITTEN, null, null, tx -> {
            String request = "notice " + wanted.topic() + " " + wanted.step() + " " + wanted.prefix() + " "
                    + new TreeMap<>(wanted.texts()) + " " + wanted.since() + " " + wanted.until() + " "
                    + wanted.closesResends();
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                Instant now = desk.now();
                requireTimes(wanted, now);
                if (tx.notices().inForce(now).size() >= MOST_AT_ONCE) {
                    throw Refusal.closed("notices-at-once");
                }
                String id = UUID.randomUUID().toString();
                tx.notices()
                        .add(new StoredNotice(
                                id,
                                wanted.topic(),
                                wanted.step(),
                                wanted.prefix(),
                                wanted.texts(),
                                wanted.since(),
                                wanted.until(),
                                wanted.closesResends(),
                                who.id(),
                                who.name(),
                                now,
                                null,
                                null));
                tx.afterCommit(() -> desk.live().noticesChanged());
                return id;
            });
            StoredNotice written = tx.notices().find(result.resourceId()).orElseThrow();
            return result.done(written, outcome(written));
        });
    }

    /** Over already, it is answered as it is. */
    public StoredNotice end(Principal who, String noticeId) {
        return desk.act(who, AuditAct.NOTICE_ENDED, null, null, tx -> {
            StoredNotice before = tx.notices().find(noticeId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
            Instant now = desk.now();
            if (before.endedAt() != null || !before.until().isAfter(now)) {
                return Done.nothing(before, "over already");
            }
            tx.notices().end(noticeId, who.name(), now);
            tx.afterCommit(() -> desk.live().noticesChanged());
            return new Done<>(tx.notices().find(noticeId).orElseThrow(), outcome(before));
        });
    }

    private static String outcome(StoredNotice notice) {
        String what = notice.step() == null ? notice.topic().name() : notice.topic() + " " + notice.step();
        String where = notice.prefix() == null ? what : what + " " + notice.prefix();
        return where + " " + notice.since() + "/" + notice.until() + (notice.closes() ? ", closes" : "");
    }

    /** It is told when it holds, and not for longer than somebody will still think of it. */
    private void requireTimes(NoticeRequest wanted, Instant now) {
        Duration most = Duration.ofDays(desk.policy().messages().noticeDays());
        if (wanted.since().isAfter(now)) {
            throw Refusal.invalid("since", "in-the-future");
        }
        if (wanted.since().isBefore(now.minus(most))) {
            throw Refusal.invalid("since", "too-long-ago");
        }
        if (!wanted.until().isAfter(now)) {
            throw Refusal.invalid("until", "in-the-past");
        }
        if (wanted.until().isAfter(now.plus(most))) {
            throw Refusal.invalid("until", "notice-too-long");
        }
    }
}
