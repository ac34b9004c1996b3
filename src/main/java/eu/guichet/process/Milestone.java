package eu.guichet.process;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The points an enrolment passes, in order. A later one implies the earlier ones, so that an event that was never
 * reported holds nobody back.
 */
enum Milestone {
    ACCOUNT_REQUESTED(Event.AccountRequested.class),
    PASSWORD_SET(Event.PasswordSet.class),
    PHONE_ADDED(Event.PhoneAdded.class),
    PHONE_CONFIRMED(Event.PhoneConfirmed.class),
    SIGN_IN_STARTED(Event.SignInStarted.class),
    SIGNED_IN(Event.SignedIn.class),
    ACCESS_REQUESTED(Event.AccessRequested.class),
    LETTER_GENERATED(Event.LetterGenerated.class),
    CONFIRMED(Event.Confirmed.class);

    private final Class<? extends Event> event;

    Milestone(Class<? extends Event> event) {
        this.event = event;
    }

    /** The furthest one reached. */
    static Optional<Milestone> furthest(History history) {
        return Arrays.stream(values())
                .filter(milestone -> history.has(milestone.event))
                .max(Comparator.naturalOrder());
    }

    /** When it was first reached, as far as was reported: the date of its step, from which no wait is counted. */
    Optional<Instant> reachedAt(History history) {
        return history.first(event).map(Event::at);
    }
}
