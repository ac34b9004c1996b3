package eu.guichet.process;

import eu.guichet.contract.Alert;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A history read: the state and the step it amounts to. Shared by ladder, actions and situations, so that they agree: while a
 * sign-in waits for its code the step is 13, be it the first or a later one; afterwards it is 14 for whoever has signed in
 * and 9 for whoever has not. From the access request on, the step is the letter's, and a sign-in that waits only opens the
 * resend of its code.
 *
 * @param approvals asked for and not decided
 * @param signInUntil until when a sign-in that waits for its code is worth waiting for; null when none does
 */
record Progress(
        History history,
        @Nullable Milestone furthest,
        List<LetterStatus> letters,
        List<LetterStatus> notices,
        List<ActiveAlert> alerts,
        List<Event.ApprovalAsked> approvals,
        EnrolmentState state,
        int step,
        Turn turn,
        @Nullable Instant signInUntil,
        @Nullable Instant opensOn) {
    /** What tells that a sign-in waits no longer: it was accepted, was used, or she went back to her phone. */
    private static final Set<Class<? extends Event>> SIGN_IN_OVER = Set.of(
            Event.PhoneAdded.class,
            Event.SignedIn.class,
            Event.AccessRequested.class,
            Event.ConfirmationCodeRefused.class,
            Event.Confirmed.class);

    static Progress of(History history, DatedPolicy policy, Instant now) {
        @Nullable Milestone furthest = Milestone.furthest(history).orElse(null);
        List<LetterStatus> letters = LetterStatus.of(history, policy, now);
        List<LetterStatus> notices = LetterStatus.notices(history, policy);
        @Nullable
        Instant opensOn = history.first(Event.Confirmed.class)
                .map(confirmed -> opensOn(confirmed, policy))
                .orElse(null);
        EnrolmentState state = state(furthest, letters, opensOn, now);
        @Nullable Instant signInUntil = signInUntil(history, policy, now).orElse(null);
        int step = step(state, history, signInUntil != null);
        return new Progress(
                history,
                furthest,
                letters,
                notices,
                Alerts.of(
                        history,
                        Stream.concat(letters.stream(), notices.stream()).toList()),
                history.approvalsAsked(now),
                state,
                step,
                turn(state, step),
                signInUntil,
                opensOn);
    }

    Optional<LetterStatus> lastLetter() {
        return letters.isEmpty() ? Optional.empty() : Optional.of(letters.getLast());
    }

    boolean has(Alert alert) {
        return alerts.stream().anyMatch(active -> active.kind() == alert);
    }

    boolean reached(Milestone milestone) {
        return furthest != null && furthest.compareTo(milestone) >= 0;
    }

    MessageTrail trail(MessageKind kind) {
        return MessageTrail.of(history, kind);
    }

    private static Optional<Instant> signInUntil(History history, DatedPolicy policy, Instant now) {
        return history.last(Event.SignInStarted.class)
                .filter(started -> !history.hasAfter(started, SIGN_IN_OVER))
                .flatMap(_ -> MessageTrail.of(history, MessageKind.SIGN_IN_SMS).sentAt())
                .map(sent -> sent.plus(policy.at(sent).messages().codeLife())
                        .plus(policy.at(sent).messages().signInWait()))
                .filter(now::isBefore);
    }

    private static boolean signedIn(History history) {
        return history.last(Event.SignedIn.class)
                .filter(signedIn -> !history.hasAfter(signedIn, Set.of(Event.PhoneAdded.class)))
                .isPresent();
    }

    /** When the applications open after this confirmation. */
    static Instant opensOn(Event.Confirmed confirmed, DatedPolicy policy) {
        LocalDate day = confirmed.at().atZone(policy.zone()).toLocalDate();
        return day.plusDays(1).atStartOfDay(policy.zone()).toInstant();
    }

    private static EnrolmentState state(
            @Nullable Milestone furthest, List<LetterStatus> letters, @Nullable Instant opensOn, Instant now) {
        if (furthest == null) {
            return EnrolmentState.NOT_STARTED;
        }
        return switch (furthest) {
            case ACCOUNT_REQUESTED -> EnrolmentState.ACCOUNT_REQUESTED;
            case PASSWORD_SET -> EnrolmentState.PASSWORD_SET;
            case PHONE_ADDED -> EnrolmentState.PHONE_PENDING;
            case PHONE_CONFIRMED, SIGN_IN_STARTED, SIGNED_IN -> EnrolmentState.PHONE_CONFIRMED;
            case ACCESS_REQUESTED -> EnrolmentState.ACCESS_REQUESTED;
            case LETTER_GENERATED -> stateOf(letters.getLast());
            case CONFIRMED ->
                opensOn != null && !now.isBefore(opensOn) ? EnrolmentState.ACTIVE : EnrolmentState.CONFIRMED;
        };
    }

    /** Without an outstanding letter she waits for one, as after the access request. */
    private static EnrolmentState stateOf(LetterStatus letter) {
        return switch (letter.state()) {
            case GENERATED, PRINTED -> EnrolmentState.LETTER_GENERATED;
            case POSTED -> EnrolmentState.LETTER_POSTED;
            case RECEIVED -> EnrolmentState.LETTER_RECEIVED;
            case VOIDED, RETURNED, SUPERSEDED, EXPIRED, LOCKED -> EnrolmentState.ACCESS_REQUESTED;
            case REDEEMED -> EnrolmentState.CONFIRMED;
        };
    }

    private static int step(EnrolmentState state, History history, boolean signInWaits) {
        return switch (state) {
            case NOT_STARTED -> 1;
            case ACCOUNT_REQUESTED ->
                MessageTrail.of(history, MessageKind.ACTIVATION_EMAIL).delivered() ? 5 : 4;
            case PASSWORD_SET -> 7;
            case PHONE_PENDING -> 8;
            case PHONE_CONFIRMED -> {
                if (signInWaits) {
                    yield 13;
                }
                yield signedIn(history) ? 14 : 9;
            }
            case ACCESS_REQUESTED, LETTER_GENERATED, LETTER_POSTED -> 15;
            case LETTER_RECEIVED, CONFIRMED, ACTIVE -> 16;
        };
    }

    private static Turn turn(EnrolmentState state, int step) {
        return switch (state) {
            case ACCOUNT_REQUESTED -> step == 4 ? Turn.DIGIT : Turn.PENSIONER;
            case ACCESS_REQUESTED, LETTER_GENERATED -> Turn.PMO;
            case LETTER_POSTED -> Turn.POST;
            case NOT_STARTED, PASSWORD_SET, PHONE_PENDING, PHONE_CONFIRMED, LETTER_RECEIVED -> Turn.PENSIONER;
            case CONFIRMED, ACTIVE -> Turn.NOBODY;
        };
    }
}
