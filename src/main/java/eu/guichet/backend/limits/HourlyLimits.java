package eu.guichet.backend.limits;

import eu.guichet.process.Policy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts what each agent asks of this backend. What was used comes back evenly over the hour. Where several backends work on one
 * store, each counts for itself.
 */
public final class HourlyLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    /** One row of the audit trail in this time says enough about a program that goes on asking. */
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final Policy.Limits policy;
    private final InstantSource clock;
    private final TimeMeter meter;
    private final Map<Counted, Used> used = new ConcurrentHashMap<>();

    private record Counted(String principalId, Limit limit) {}

    /** @param told when it was told of last, in milliseconds of the epoch */
    private record Used(Bucket bucket, AtomicLong told) {}

    /**
     * A limit that was reached.
     *
     * @param until when one more may be asked for
     * @param toBeTold whether it was not told of just before
     */
    public record Reached(Instant until, boolean toBeTold) {}

    public HourlyLimits(Policy.Limits policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
        this.meter = new Clock(clock);
    }

    /** Counts one more; null when it may be done. */
    public @Nullable Reached spend(String principalId, Limit limit) {
        int most = limit.perHour(policy);
        if (most == 0) {
            return null;
        }
        Used mine = used.computeIfAbsent(new Counted(principalId, limit), _ -> fresh(most));
        ConsumptionProbe probe = mine.bucket().tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return null;
        }
        Instant now = clock.instant();
        long told = mine.told().get();
        boolean toBeTold =
                told < now.minus(TOLD_AGAIN).toEpochMilli() && mine.told().compareAndSet(told, now.toEpochMilli());
        return new Reached(now.plusNanos(probe.getNanosToWaitForRefill()), toBeTold);
    }

    private Used fresh(int most) {
        Bucket bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, HOUR))
                .withCustomTimePrecision(meter)
                .build();
        return new Used(bucket, new AtomicLong());
    }

    private record Clock(InstantSource source) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(source.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
