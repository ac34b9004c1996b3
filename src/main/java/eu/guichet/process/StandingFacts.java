package eu.guichet.process;

import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.ReturnReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence about where somebody stands can speak of: the dates and figures, not the words. Null for what does not
 * apply. Small enough to be kept beside the state, so that a list of people needs no histories.
 *
 * @param sentAt when the message this step waits for was last sent, or the step was reached where no message is known
 * @param reference of the latest letter
 * @param postedOn of the latest letter, as the dates that follow; in the office's zone
 * @param usableUntil last second at which the latest letter's code is accepted
 * @param terms what was promised with the latest letter
 * @param triesLeft wrong codes that may still be entered; 0 without a letter
 * @param opensOn when the applications open
 * @param ticket under which DIGIT has the account's case; null also while its number is awaited
 */
public record StandingFacts(
        @Nullable Instant sentAt,
        @Nullable String reference,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate returnedOn,
        @Nullable ReturnReason returnReason,
        @Nullable Instant usableUntil,
        @Nullable LetterTerms terms,
        int triesLeft,
        @Nullable Instant opensOn,
        @Nullable String ticket) {
    public static StandingFacts of(History history, Enrolment enrolment) {
        @Nullable
        LetterStatus letter =
                enrolment.letters().isEmpty() ? null : enrolment.letters().getLast();
        return new StandingFacts(
                sent(history, enrolment).orElse(null),
                letter == null ? null : letter.reference(),
                letter == null ? null : letter.postedOn(),
                letter == null ? null : letter.receivedOn(),
                letter == null ? null : letter.returnedOn(),
                letter == null ? null : letter.returnReason(),
                letter == null ? null : letter.usableUntil(),
                letter == null ? null : letter.terms(),
                letter == null ? 0 : letter.triesLeft(),
                enrolment.opensOn(),
                history.handedOver(HandoverMatter.ACCOUNT)
                        .map(HandoverStatus::ticket)
                        .orElse(null));
    }

    private static Optional<Instant> sent(History history, Enrolment enrolment) {
        return switch (enrolment.state()) {
            case ACCOUNT_REQUESTED -> last(history, MessageKind.ACTIVATION_EMAIL, Event.AccountRequested.class);
            case PHONE_PENDING -> last(history, MessageKind.CHALLENGE_SMS, Event.PhoneAdded.class);
            case PHONE_CONFIRMED ->
                enrolment.situation() == Situation.PHONE_CONFIRMED
                        ? history.first(Event.PhoneConfirmed.class).map(Event::at)
                        : last(history, MessageKind.SIGN_IN_SMS, Event.SignInStarted.class);
            case NOT_STARTED,
                    PASSWORD_SET,
                    ACCESS_REQUESTED,
                    LETTER_GENERATED,
                    LETTER_POSTED,
                    LETTER_RECEIVED,
                    CONFIRMED,
                    ACTIVE -> Optional.empty();
        };
    }

    private static Optional<Instant> last(History history, MessageKind kind, Class<? extends Event> step) {
        return Stream.concat(
                        history.all(Event.MessageRequested.class).filter(message -> message.kind() == kind),
                        history.all(step))
                .map(Event::at)
                .max(Instant::compareTo);
    }
}
