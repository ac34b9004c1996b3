package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.Turn;
import java.util.Optional;

/** What tests ask of an enrolment. */
final class Standing {
    private Standing() {}

    static void at(Histories histories, EnrolmentState state, int step, Turn turn, Situation situation) {
        Enrolment enrolment = histories.enrolment();
        assertThat(enrolment.state()).isEqualTo(state);
        assertThat(enrolment.step()).isEqualTo(step);
        assertThat(enrolment.turn()).isEqualTo(turn);
        assertThat(enrolment.situation()).isEqualTo(situation);
    }

    static Optional<ActionKind> primary(Histories histories) {
        return histories.enrolment().decisions().stream()
                .filter(Decision::primary)
                .map(Decision::kind)
                .reduce((one, other) -> {
                    throw new AssertionError("two primary actions");
                });
    }

    static Optional<Reason> closed(Histories histories, ActionKind kind) {
        return Optional.ofNullable(histories.enrolment().decision(kind).reason());
    }
}
