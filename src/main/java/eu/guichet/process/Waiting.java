package eu.guichet.process;

import eu.guichet.contract.Alert;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.Worklist;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That somebody stands on a worklist. Of what only the calendar decides (how many days before a code lapses, how many at one
 * step) it says the moments, and the lists are read by them.
 *
 * @param since from when on the cause of the list holds
 * @param due when something ends that is waited for; null where nothing does
 */
public record Waiting(
        Worklist list, Instant since, @Nullable Instant due) {
    private static final Set<EnrolmentState> HER_TURN = Set.of(
            EnrolmentState.ACCOUNT_REQUESTED,
            EnrolmentState.PASSWORD_SET,
            EnrolmentState.PHONE_PENDING,
            EnrolmentState.PHONE_CONFIRMED);

    private static final Set<Class<? extends Event>> HER_STEPS = Set.of(
            Event.AccountRequested.class,
            Event.PasswordSet.class,
            Event.PhoneAdded.class,
            Event.PhoneConfirmed.class,
            Event.SignInStarted.class,
            Event.SignedIn.class);

    /** All lists on which somebody stands; {@link Worklist#LAPSING_SOON} is that part of {@link Worklist#LAPSING} that is due. */
    public static List<Waiting> of(History history, Enrolment enrolment, DatedPolicy policy, Instant standsSince) {
        if (enrolment.has(Alert.DECEASED)) {
            return List.of();
        }
        Case one = new Case(history, enrolment, policy, standsSince);
        return Arrays.stream(Worklist.values())
                .flatMap(list -> one.on(list).stream())
                .toList();
    }

    /** The list under whose name those of a list are kept. */
    public static Worklist keptAs(Worklist list) {
        return list == Worklist.LAPSING_SOON ? Worklist.LAPSING : list;
    }

    private record Case(History history, Enrolment enrolment, DatedPolicy policy, Instant standsSince) {
        /** Whether she stands on this list. A new list needs its line here, and its words. */
        Optional<Waiting> on(Worklist list) {
            return switch (list) {
                case ACCESS_REQUESTED -> when(withoutLetter(), list, sinceAsked(), null);
                case RECEIPT_OVERDUE -> when(stands(Situation.LETTER_OVERDUE), list, standsSince, goesBack());
                case RETURNED -> when(stands(Situation.LETTER_RETURNED), list, standsSince, null);
                case ADDRESS_IN_DOUBT -> alert(Alert.ADDRESS_IN_DOUBT, list);
                case LAPSING -> when(usableUntil() != null && !frozen(), list, standsSince, usableUntil());
                case MESSAGE_FAILED -> when(notReached(), list, standsSince, null);
                case STUCK -> herTurn().map(since -> new Waiting(list, since, usableUntil()));
                case HANDED_OVER -> withDigit(list);
                case FROZEN -> alert(Alert.FROZEN, list);
                case REGISTER_DAMAGED -> damaged(list);
                case APPROVALS -> approvals(list);
                // promised or left by agents, the letter desk's, and a part of another
                case CALLBACKS, HANDED_TO_OFFICE, TO_PRINT, TO_POST, LAPSING_SOON -> Optional.empty();
            };
        }

        /** For the case that is oldest, and due with the one to which somebody has to look first. */
        private Optional<Waiting> withDigit(Worklist list) {
            List<HandoverStatus> open = history.openHandovers();
            return open.stream()
                    .findFirst()
                    .map(oldest -> new Waiting(
                            list,
                            oldest.at(),
                            open.stream()
                                    .flatMap(one -> one.due(policy.zone()).stream())
                                    .min(Comparator.naturalOrder())
                                    .orElse(null)));
        }

        private static Optional<Waiting> when(boolean stands, Worklist list, Instant since, @Nullable Instant due) {
            return stands ? Optional.of(new Waiting(list, since, due)) : Optional.empty();
        }

        private Optional<Waiting> alert(Alert alert, Worklist list) {
            return enrolment.alerts().stream()
                    .filter(active -> active.kind() == alert)
                    .findFirst()
                    .map(active -> new Waiting(list, active.since(), null));
        }

        /** Until a supervisor decides, or the first of them lapses. */
        private Optional<Waiting> approvals(Worklist list) {
            return enrolment.approvals().stream()
                    .map(Event.ApprovalAsked::lapsesAt)
                    .min(Comparator.naturalOrder())
                    .map(lapses ->
                            new Waiting(list, enrolment.approvals().getFirst().at(), lapses));
        }

        /** Until the register has sent each of what was damaged. */
        private Optional<Waiting> damaged(Worklist list) {
            return history.last(Event.RegisterDamaged.class)
                    .filter(damaged -> damaged.fields().stream().anyMatch(field -> !mended(damaged, field)))
                    .map(damaged -> new Waiting(list, damaged.at(), null));
        }

        private boolean mended(Event.RegisterDamaged damaged, RegisterField field) {
            return history.all(Event.RegisterChanged.class)
                    .anyMatch(changed -> changed.fields().contains(field) && history.isAfter(changed, damaged));
        }

        private boolean stands(Situation situation) {
            return enrolment.situation() == situation;
        }

        private boolean frozen() {
            return stands(Situation.FROZEN);
        }

        private boolean withoutLetter() {
            return stands(Situation.ACCESS_REQUESTED)
                    || stands(Situation.LETTER_EXPIRED)
                    || stands(Situation.LETTER_LOCKED);
        }

        /** A letter that was given up does not let her wait anew. */
        private Instant sinceAsked() {
            return stands(Situation.ACCESS_REQUESTED)
                    ? history.last(Event.AccessRequested.class).map(Event::at).orElse(standsSince)
                    : standsSince;
        }

        private @Nullable Instant usableUntil() {
            return enrolment.outstandingLetter().map(LetterStatus::usableUntil).orElse(null);
        }

        private @Nullable Instant goesBack() {
            return enrolment
                    .outstandingLetter()
                    .map(LetterStatus::goesBackOn)
                    .map(day -> day.atStartOfDay(policy.zone()).toInstant())
                    .orElse(null);
        }

        private boolean notReached() {
            return stands(Situation.ACTIVATION_BOUNCED)
                    || stands(Situation.CHALLENGE_FAILED)
                    || stands(Situation.SIGN_IN_CODE_FAILED)
                    || (stands(Situation.PHONE_CONFIRMED)
                            && MessageTrail.of(history, MessageKind.PHONE_CONFIRMATION_EMAIL)
                                    .failed());
        }

        /** Since when it has been her turn at the step where she is; empty where it is not. */
        private Optional<Instant> herTurn() {
            if (frozen() || notReached() || !history.openHandovers().isEmpty()) {
                return Optional.empty();
            }
            if (enrolment.state() == EnrolmentState.LETTER_RECEIVED) {
                return enrolment
                        .outstandingLetter()
                        .map(LetterStatus::receivedOn)
                        .map(day -> day.atStartOfDay(policy.zone()).toInstant());
            }
            return HER_TURN.contains(enrolment.state())
                    ? HER_STEPS.stream()
                            .flatMap(step -> history.last(step).stream())
                            .map(Event::at)
                            .max(Comparator.naturalOrder())
                    : Optional.empty();
        }
    }
}
