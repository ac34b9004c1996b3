package eu.guichet.backend.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much each program and each gateway may report to this backend in a second. What comes beyond is refused before it is read,
 * so that whoever reports without end makes no agent wait.
 */
public final class ReportLimit {
    /** So many seconds' worth may come at once, as after a line that was down. */
    private static final int AT_ONCE = 10;

    private final InstantSource clock;
    /** Of one; zero where nothing is limited. */
    private final Duration time;
    /** Up to when the time of a caller is used up; guarded by itself. */
    private final Map<String, Instant> used = new HashMap<>();

    /** @param perSecond 0 is no limit */
    public ReportLimit(int perSecond, InstantSource clock) {
        this.clock = clock;
        time = perSecond == 0 ? Duration.ZERO : Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /** Counts one more of this caller; null where it may be taken, or else when to report it again. */
    public @Nullable Instant spend(String caller) {
        if (time.isZero()) {
            return null;
        }
        Instant now = clock.instant();
        synchronized (used) {
            Instant most = now.plusSeconds(AT_ONCE);
            Instant kept = used.getOrDefault(caller, now);
            // further ahead it never is, unless the clock was set back
            Instant before = kept.isBefore(now) || kept.isAfter(most) ? now : kept;
            Instant after = before.plus(time);
            if (after.isAfter(most)) {
                return now.plus(Duration.between(most, after));
            }
            used.put(caller, after);
            return null;
        }
    }
}
