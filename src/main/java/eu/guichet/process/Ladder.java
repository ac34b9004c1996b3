package eu.guichet.process;

import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.StepState;
import eu.guichet.contract.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sixteen steps of the manual, as they stand for one enrolment. */
final class Ladder {
    private static final int STEPS = 16;

    private Ladder() {}

    static List<Rung> of(Progress progress, Situation situation) {
        boolean allDone = progress.state() == EnrolmentState.CONFIRMED || progress.state() == EnrolmentState.ACTIVE;
        List<Rung> rungs = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            StepState state;
            if (allDone || step < progress.step()) {
                state = StepState.DONE;
            } else {
                state = step == progress.step() ? StepState.HERE : StepState.LATER;
            }
            Turn turn = usualTurn(step);
            if (state == StepState.HERE) {
                turn = situation == Situation.HANDED_OVER ? Turn.DIGIT : progress.turn();
            }
            Instant doneAt = state == StepState.DONE ? doneAt(step, progress).orElse(null) : null;
            rungs.add(new Rung(step, Rung.stageOf(step), state, turn, doneAt));
        }
        return rungs;
    }

    private static Turn usualTurn(int step) {
        return switch (step) {
            case 4 -> Turn.DIGIT;
            case 15 -> Turn.PMO;
            default -> Turn.PENSIONER;
        };
    }

    private static Optional<Instant> doneAt(int step, Progress progress) {
        History history = progress.history();
        return switch (step) {
            case 1, 2, 3 -> Milestone.ACCOUNT_REQUESTED.reachedAt(history);
            case 4 ->
                progress.trail(MessageKind.ACTIVATION_EMAIL)
                        .deliveredAt()
                        .or(() -> Milestone.PASSWORD_SET.reachedAt(history));
            case 5, 6 -> Milestone.PASSWORD_SET.reachedAt(history);
            case 7 -> Milestone.PHONE_ADDED.reachedAt(history);
            case 8 -> Milestone.PHONE_CONFIRMED.reachedAt(history);
            case 9, 10, 11, 12 -> Milestone.SIGN_IN_STARTED.reachedAt(history);
            case 13 -> Milestone.SIGNED_IN.reachedAt(history);
            case 14 -> Milestone.ACCESS_REQUESTED.reachedAt(history);
            case 15 ->
                progress.lastLetter()
                        .flatMap(letter -> history.all(Event.LetterReceived.class)
                                .filter(received -> received.letterId().equals(letter.id()))
                                .findFirst())
                        .map(Event::at);
            case 16 -> Milestone.CONFIRMED.reachedAt(history);
            default -> throw new IllegalArgumentException("no such step");
        };
    }
}
