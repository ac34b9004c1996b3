package eu.guichet.process;

import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent of one kind of message, oldest first. */
record MessageTrail(List<Event.MessageRequested> requests, Event.@Nullable MessageProgressed furthest) {
    static MessageTrail of(History history, MessageKind kind) {
        List<Event.MessageRequested> requests = history.all(Event.MessageRequested.class)
                .filter(e -> e.kind() == kind)
                .toList();
        Event.@Nullable MessageProgressed furthest = requests.isEmpty()
                ? null
                : history.all(Event.MessageProgressed.class)
                        .filter(e -> e.messageId().equals(requests.getLast().messageId()))
                        .reduce(MessageTrail::further)
                        .orElse(null);
        return new MessageTrail(requests, furthest);
    }

    Optional<Instant> lastRequestedAt() {
        return requests.isEmpty()
                ? Optional.empty()
                : Optional.of(requests.getLast().at());
    }

    /** Moments of the resends by agents after {@code since}, oldest first. */
    List<Instant> resendsAfter(Instant since) {
        return requests.stream()
                .filter(Event.MessageRequested::resent)
                .map(Event::at)
                .filter(at -> at.isAfter(since))
                .toList();
    }

    /** How far the latest message has come. */
    MessageStatus status() {
        return furthest == null ? MessageStatus.QUEUED : furthest.status();
    }

    boolean delivered() {
        return status() == MessageStatus.DELIVERED;
    }

    Optional<Instant> deliveredAt() {
        return furthest != null && delivered() ? Optional.of(furthest.at()) : Optional.empty();
    }

    boolean failed() {
        return switch (status()) {
            case BOUNCED, FAILED -> true;
            case QUEUED, SENT, DELIVERED -> false;
        };
    }

    /** A final report outweighs one that comes late. */
    private static Event.MessageProgressed further(Event.MessageProgressed one, Event.MessageProgressed other) {
        return one.status().compareTo(other.status()) > 0 ? one : other;
    }
}
