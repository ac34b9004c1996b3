package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person whose verification is locked after too many misses.
 *
 * @param name family name in capitals, then first name
 * @param since when the last miss locked it
 * @param agents names of those whose misses led to it
 * @param closed why whoever asks may not end it, in a sentence; null where they may, and from an earlier backend
 */
public record LockedVerification(
        String pensionerId,
        String name,
        int birthYear,
        OfficeCode office,
        Instant since,
        Instant until,
        List<String> agents,
        @Nullable String closed) {
    public LockedVerification {
        agents = List.copyOf(agents);
    }
}
