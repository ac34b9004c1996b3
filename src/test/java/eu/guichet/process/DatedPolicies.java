package eu.guichet.process;

import eu.guichet.contract.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Policies whose figures change within the hours in which something happens. */
final class DatedPolicies {
    private DatedPolicies() {}

    /** @param first one of those that hold, and in some cases the only one */
    static Arbitrary<DatedPolicy> any(Policy first, Instant from) {
        Arbitrary<Policy> figures = Arbitraries.of(List.of(
                first,
                first.withChannels(Set.of(Channel.EMAIL)),
                first.withChannels(Set.of(Channel.SMS)),
                first.changedBy(
                        Map.of("messages.email-pause", "31m", "messages.sms-pause", "11m", "messages.cap", "1")),
                first.changedBy(Map.of(
                        "messages.link-life", "40m",
                        "messages.code-life", "3m",
                        "messages.sign-in-wait", "2h",
                        "messages.activation-wait", "33m",
                        "messages.cap-window", "2h",
                        "letters.cap", "1",
                        "letters.cap-window", "20h")),
                first.changedBy(Map.of("messages.cap", "4", "letters.cap", "3")),
                first.changedBy(Map.of("approval.letters", "1", "approval.address-days", "0", "letters.cap", "9"))));
        Arbitrary<Instant> moments =
                Arbitraries.longs().between(0, 14L * 60 * 60).map(from::plusSeconds);
        Arbitrary<Map.Entry<Instant, Policy>> change =
                Combinators.combine(moments, figures).as(Map::entry);
        return Combinators.combine(figures, change.list().ofMaxSize(3)).as((one, changes) -> {
            TreeMap<Instant, Policy> later = new TreeMap<>();
            changes.forEach(entry -> later.put(entry.getKey(), entry.getValue()));
            return later.isEmpty() ? one : new ChangingPolicy(one, later);
        });
    }
}
