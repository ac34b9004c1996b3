package eu.guichet.process;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * The points an enrolment passes, in order. A later one implies the earlier ones, so that an event that was never
 * reported holds nobody back. The one way back is a number added after the phone was confirmed: until access is requested
 * she is at the challenge code again, and whatever follows in the process takes her on from there.
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

    private static final Set<Class<? extends Event>> PAST_THE_PHONE =
            Set.of(Event.PhoneConfirmed.class, Event.SignInStarted.class, Event.SignedIn.class);

    private final Class<? extends Event> event;

    Milestone(Class<? extends Event> event) {
        this.event = event;
    }

    /** The one where she stands: the furthest reached, or the number added since. */
    static Optional<Milestone> furthest(History history) {
        return Arrays.stream(values())
                .filter(milestone -> history.has(milestone.event))
                .max(Comparator.naturalOrder())
                .map(furthest ->
                        furthest.compareTo(ACCESS_REQUESTED) < 0 && numberAddedSince(history) ? PHONE_ADDED : furthest);
    }

    private static boolean numberAddedSince(History history) {
        return history.last(Event.PhoneAdded.class)
                .filter(added -> !history.hasAfter(added, PAST_THE_PHONE))
                .isPresent();
    }

    /** When it was first reached, as far as was reported: the date of its step, from which no wait is counted. */
    Optional<Instant> reachedAt(History history) {
        return history.first(event).map(Event::at);
    }
}
