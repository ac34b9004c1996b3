package eu.guichet.process;

import eu.guichet.contract.Alert;
import eu.guichet.contract.ReturnReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which alerts of a history are in force. */
final class Alerts {
    private static final Set<ReturnReason> ADDRESS_DOES_NOT_HOLD =
            Set.of(ReturnReason.UNKNOWN_AT_ADDRESS, ReturnReason.MOVED, ReturnReason.INSUFFICIENT_ADDRESS);

    private Alerts() {}

    /** The gravest first. */
    static List<ActiveAlert> of(History history, List<LetterStatus> letters) {
        List<ActiveAlert> active = new ArrayList<>();
        history.last(Event.Frozen.class)
                .filter(frozen -> !liftedSince(history, Alert.FROZEN, frozen))
                .ifPresent(frozen -> active.add(new ActiveAlert(Alert.FROZEN, frozen.at())));
        returned(history, letters, Set.of(ReturnReason.DECEASED))
                .filter(returned -> !liftedSince(history, Alert.DECEASED, returned))
                .ifPresent(returned -> active.add(new ActiveAlert(Alert.DECEASED, returned.at())));
        returned(history, letters, ADDRESS_DOES_NOT_HOLD)
                .filter(returned -> !liftedSince(history, Alert.ADDRESS_IN_DOUBT, returned))
                .filter(returned -> history.all(Event.RegisterChanged.class)
                        .filter(changed -> changed.fields().contains(RegisterField.ADDRESS))
                        .noneMatch(changed -> history.isAfter(changed, returned)))
                .ifPresent(returned -> active.add(new ActiveAlert(Alert.ADDRESS_IN_DOUBT, returned.at())));
        return active;
    }

    /** The latest return for one of these reasons that was not taken back. */
    private static Optional<Event.LetterReturned> returned(
            History history, List<LetterStatus> letters, Set<ReturnReason> reasons) {
        return history.all(Event.LetterReturned.class)
                .filter(returned -> reasons.contains(returned.reason()))
                .filter(returned -> letters.stream()
                        .anyMatch(letter ->
                                letter.id().equals(returned.letterId()) && returned.reason() == letter.returnReason()))
                .reduce((earlier, later) -> later);
    }

    private static boolean liftedSince(History history, Alert alert, Event raised) {
        return history.all(Event.AlertLifted.class)
                .anyMatch(lifted -> lifted.alert() == alert && history.isAfter(lifted, raised));
    }
}
