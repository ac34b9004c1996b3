package eu.guichet.process;

import eu.guichet.contract.Stage;
import eu.guichet.contract.StepState;
import eu.guichet.contract.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the manual's sixteen steps for one enrolment.
 *
 * @param doneAt null where it is not done, or was done without being reported
 */
public record Rung(
        int number,
        Stage stage,
        StepState state,
        Turn turn,
        @Nullable Instant doneAt) {
    /** Under which stage a step is shown. */
    public static Stage stageOf(int step) {
        if (step <= 4) {
            return Stage.ACCOUNT;
        }
        if (step <= 6) {
            return Stage.PASSWORD;
        }
        if (step <= 8) {
            return Stage.PHONE;
        }
        return step <= 14 ? Stage.ACCESS : Stage.LETTER;
    }
}
