package eu.guichet.process;

import eu.guichet.contract.Channel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the situation of a moment began, by an event or by time: as if everything had been reported when it occurred, and what is
 * on file had always been so.
 */
public final class LastChange {
    private final Set<Channel> onFile;
    private final DatedPolicy policy;

    private LastChange(Set<Channel> onFile, DatedPolicy policy) {
        this.onFile = onFile;
        this.policy = policy;
    }

    /** @return the epoch where it has never been otherwise */
    public static Instant before(Instant now, History history, Set<Channel> onFile, DatedPolicy policy) {
        return new LastChange(onFile, policy).before(now, history);
    }

    /** Goes back from event to event until the situation was another one. */
    private Instant before(Instant now, History history) {
        Situation situation = situation(history, now);
        // nothing depends on closed contacts, of which there can be many
        List<Event> events = history.events().stream()
                .filter(event -> !(event instanceof Event.ContactClosed))
                .toList();
        Instant upTo = now;
        int known = events.size();
        while (known > 0) {
            History soFar = new History(events.subList(0, known));
            Instant from = events.get(known - 1).at();
            Optional<Instant> byTime = byTime(situation, soFar, from, upTo);
            if (byTime.isPresent()) {
                return byTime.get();
            }
            while (known > 0 && events.get(known - 1).at().equals(from)) {
                known--;
            }
            upTo = justBefore(from);
            if (situation(new History(events.subList(0, known)), upTo) != situation) {
                return from;
            }
        }
        return Instant.EPOCH;
    }

    private Optional<Instant> byTime(Situation situation, History history, Instant from, Instant upTo) {
        return NextChange.moments(history, policy, upTo)
                .filter(at -> at.isAfter(from) && !at.isAfter(upTo))
                .sorted(Comparator.reverseOrder())
                .filter(at -> situation(history, justBefore(at)) != situation)
                .findFirst();
    }

    private Situation situation(History history, Instant at) {
        return Situations.of(Progress.of(history, policy, at), onFile, policy, at);
    }

    private static Instant justBefore(Instant at) {
        return at.minusNanos(1);
    }
}
