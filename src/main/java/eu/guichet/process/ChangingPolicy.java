package eu.guichet.process;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A policy whose figures change at known moments.
 *
 * @param first what holds until the first change
 * @param later from which moment on what holds; all in the same zone
 */
public record ChangingPolicy(Policy first, NavigableMap<Instant, Policy> later) implements DatedPolicy {
    public ChangingPolicy {
        if (later.values().stream().anyMatch(policy -> !policy.zone().equals(first.zone()))) {
            throw new IllegalArgumentException("the zone cannot change");
        }
        later = Collections.unmodifiableNavigableMap(new TreeMap<>(later));
    }

    @Override
    public Policy at(Instant moment) {
        return Optional.ofNullable(later.floorEntry(moment))
                .map(Map.Entry::getValue)
                .orElse(first);
    }

    @Override
    public DatedPolicy with(UnaryOperator<Policy> change) {
        NavigableMap<Instant, Policy> changed = new TreeMap<>();
        later.forEach((from, figures) -> changed.put(from, change.apply(figures)));
        return new ChangingPolicy(change.apply(first), changed);
    }

    @Override
    public Stream<Policy> all() {
        return Stream.concat(Stream.of(first), later.values().stream());
    }

    @Override
    public Stream<Instant> changes() {
        return later.keySet().stream();
    }

    @Override
    public ZoneId zone() {
        return first.zone();
    }
}
