package eu.guichet.process;

import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A history read: the state and the step it amounts to. Shared by ladder, actions and situations. */
record Progress(
        History history,
        @Nullable Milestone furthest,
        List<LetterLine> letters,
        EnrolmentState state,
        int step,
        Turn turn,
        @Nullable Instant opensOn) {
    static Progress of(History history, Policy policy, Instant now) {
        @Nullable Milestone furthest = Milestone.furthest(history).orElse(null);
        List<LetterLine> letters = LetterLine.of(history, policy, now);
        @Nullable
        Instant opensOn = history.first(Event.Confirmed.class)
                .map(e -> nextDay(e.at(), policy))
                .orElse(null);
        EnrolmentState state = state(furthest, letters, opensOn, now);
        int step = step(state, history);
        return new Progress(history, furthest, letters, state, step, turn(state, step), opensOn);
    }

    Optional<LetterLine> lastLetter() {
        return letters.isEmpty() ? Optional.empty() : Optional.of(letters.getLast());
    }

    boolean reached(Milestone milestone) {
        return furthest != null && furthest.compareTo(milestone) >= 0;
    }

    MessageTrail trail(MessageKind kind) {
        return MessageTrail.of(history, kind);
    }

    /** Whether a sign-in was started and its code has not been accepted since. */
    boolean signInPending() {
        Optional<Instant> started = history.last(Event.SignInStarted.class).map(Event::at);
        Optional<Instant> done = history.last(Event.SignedIn.class).map(Event::at);
        return started.isPresent()
                && done.filter(at -> !at.isBefore(started.get())).isEmpty();
    }

    private static Instant nextDay(Instant confirmed, Policy policy) {
        LocalDate day = confirmed.atZone(policy.zone()).toLocalDate();
        return day.plusDays(1).atStartOfDay(policy.zone()).toInstant();
    }

    private static EnrolmentState state(
            @Nullable Milestone furthest, List<LetterLine> letters, @Nullable Instant opensOn, Instant now) {
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
    private static EnrolmentState stateOf(LetterLine letter) {
        return switch (letter.state()) {
            case GENERATED -> EnrolmentState.LETTER_GENERATED;
            case POSTED -> EnrolmentState.LETTER_POSTED;
            case RECEIVED -> EnrolmentState.LETTER_RECEIVED;
            case RETURNED, SUPERSEDED, EXPIRED, LOCKED -> EnrolmentState.ACCESS_REQUESTED;
            case REDEEMED -> EnrolmentState.CONFIRMED;
        };
    }

    private static int step(EnrolmentState state, History history) {
        return switch (state) {
            case NOT_STARTED -> 1;
            case ACCOUNT_REQUESTED ->
                MessageTrail.of(history, MessageKind.ACTIVATION_EMAIL).delivered() ? 5 : 4;
            case PASSWORD_SET -> 7;
            case PHONE_PENDING -> 8;
            case PHONE_CONFIRMED -> {
                if (history.has(Event.SignedIn.class)) {
                    yield 14;
                }
                yield history.has(Event.SignInStarted.class) ? 13 : 9;
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
