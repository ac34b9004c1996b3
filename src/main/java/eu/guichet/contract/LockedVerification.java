package eu.guichet.contract;

import java.time.Instant;
import java.util.List;

/**
 * A person whose verification is locked after too many misses.
 *
 * @param name family name in capitals, then first name
 * @param since when the last miss locked it
 * @param agents names of those whose misses led to it
 */
public record LockedVerification(
        String pensionerId,
        String name,
        int birthYear,
        OfficeCode office,
        Instant since,
        Instant until,
        List<String> agents) {
    public LockedVerification {
        agents = List.copyOf(agents);
    }
}
