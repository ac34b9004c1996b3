package eu.guichet.backend.desk;

import eu.guichet.contract.ProcessEvent;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Bounds the moment at which a reported event is said to have happened: not in the future, not before what it presupposes, and
 * for a code not longer ago than the policy allows, because the terms of codes and letters are counted from it.
 */
final class ReportTimes {
    /** By how much the clocks of the systems may differ: what Kerberos allows the machines of one network. */
    static final Duration SKEW = Duration.ofMinutes(5);

    /** EU Login did not exist before; what is reported from then is a mistake. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private ReportTimes() {}

    static void requirePossible(ProcessEvent reported, Instant now) {
        if (reported.occurredAt().isAfter(now.plus(SKEW))) {
            throw Refusal.invalid("occurredAt", "in-the-future");
        }
        if (reported.occurredAt().isBefore(EARLIEST)) {
            throw Refusal.invalid("occurredAt", "too-long-ago");
        }
    }

    /** Nothing happens before the first event of the step before; one that nobody has reported yet bounds nothing. */
    static void requireAfterItsCause(ProcessEvent reported, History history) {
        boolean before = cause(reported)
                .flatMap(history::first)
                .map(cause -> cause.at().minus(SKEW))
                .filter(reported.occurredAt()::isBefore)
                .isPresent();
        if (before) {
            throw Refusal.invalid("occurredAt", "before-its-cause");
        }
    }

    /** Whether a code was entered longer ago than the policy lets it be reported. */
    static boolean isLateCode(ProcessEvent reported, Duration allowed, Instant now) {
        return isCode(reported) && reported.occurredAt().isBefore(now.minus(allowed));
    }

    private static boolean isCode(ProcessEvent reported) {
        return reported instanceof ProcessEvent.ChallengeCodeEntered
                || reported instanceof ProcessEvent.SignInCodeEntered
                || reported instanceof ProcessEvent.ConfirmationCodeEntered;
    }

    private static Optional<Class<? extends Event>> cause(ProcessEvent reported) {
        return switch (reported) {
            case ProcessEvent.PasswordSet _ -> Optional.of(Event.AccountRequested.class);
            case ProcessEvent.PhoneAdded _ -> Optional.of(Event.PasswordSet.class);
            case ProcessEvent.PhoneConfirmed _, ProcessEvent.ChallengeCodeEntered _ ->
                Optional.of(Event.PhoneAdded.class);
            case ProcessEvent.SignInStarted _ -> Optional.of(Event.PhoneConfirmed.class);
            case ProcessEvent.SignInCodeEntered _ -> Optional.of(Event.SignInStarted.class);
            case ProcessEvent.AccessRequested _ -> Optional.of(Event.SignedIn.class);
            case ProcessEvent.AccountRequested _,
                    ProcessEvent.ConfirmationCodeEntered _,
                    ProcessEvent.LetterPosted _,
                    ProcessEvent.LetterReceived _,
                    ProcessEvent.LetterReturned _,
                    ProcessEvent.MessageSent _,
                    ProcessEvent.MessageReported _ -> Optional.empty();
        };
    }
}
