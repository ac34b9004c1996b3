package eu.guichet.process;

import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was sent of one kind of message. EU Login sends the first of each attempt by itself and need not report it, so an
 * attempt begins with the latest step that has such a message sent; what is known of the messages before tells nothing of
 * this attempt's.
 *
 * @param requests all that are known, of every attempt, oldest first
 * @param begun when the latest attempt began, or null where the step was not reported
 * @param furthest what became of the latest message, or null while nothing is known of it or a new attempt began since
 */
record MessageTrail(
        List<Event.MessageRequested> requests, @Nullable Instant begun, Event.@Nullable MessageProgressed furthest) {
    static MessageTrail of(History history, MessageKind kind) {
        List<Event.MessageRequested> requests = history.all(Event.MessageRequested.class)
                .filter(e -> e.kind() == kind)
                .toList();
        @Nullable Instant begun = history.last(step(kind)).map(Event::at).orElse(null);
        Event.@Nullable MessageProgressed furthest = requests.isEmpty() || !ofAttempt(requests.getLast(), begun)
                ? null
                : history.all(Event.MessageProgressed.class)
                        .filter(e -> e.messageId().equals(requests.getLast().messageId()))
                        .reduce(MessageTrail::further)
                        .orElse(null);
        return new MessageTrail(requests, begun, furthest);
    }

    /** The step at which EU Login sends it. */
    private static Class<? extends Event> step(MessageKind kind) {
        return switch (kind) {
            case ACTIVATION_EMAIL -> Event.AccountRequested.class;
            case CHALLENGE_SMS -> Event.PhoneAdded.class;
            case PHONE_CONFIRMATION_EMAIL -> Event.PhoneConfirmed.class;
            case SIGN_IN_SMS -> Event.SignInStarted.class;
            case LETTER_ORDERED_EMAIL,
                    LETTER_ORDERED_SMS,
                    LETTER_WAITS_EMAIL,
                    LETTER_WAITS_SMS,
                    CODE_UNUSED_EMAIL,
                    CODE_UNUSED_SMS,
                    CODE_LAPSES_EMAIL,
                    CODE_LAPSES_SMS -> Event.LetterGenerated.class;
            case HANDOVER_EMAIL -> Event.HandedOver.class;
        };
    }

    private static boolean ofAttempt(Event.MessageRequested request, @Nullable Instant begun) {
        return begun == null || !request.at().isBefore(begun);
    }

    /** When the latest message left, be it by EU Login at the step itself or as one of those known. */
    Optional<Instant> sentAt() {
        return Stream.concat(Stream.ofNullable(begun), requests.stream().map(Event.MessageRequested::at))
                .max(Comparator.naturalOrder());
    }

    /** Whether an agent has resent it in the latest attempt. */
    boolean resent() {
        return requests.stream().anyMatch(request -> request.resent() && ofAttempt(request, begun));
    }

    /** Moments of the resends by agents, oldest first. */
    List<Instant> resends() {
        return requests.stream()
                .filter(Event.MessageRequested::resent)
                .map(Event::at)
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
