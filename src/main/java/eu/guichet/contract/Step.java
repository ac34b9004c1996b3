package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rung of the ladder.
 *
 * @param number as in the manual, 1 to 16
 * @param title what the pensioner does here, in the agent's language
 * @param doneAt when it was done, or null when not done or not reported
 * @param note one more line for the step that is {@code HERE}, or null
 */
public record Step(
        int number,
        Stage stage,
        StepState state,
        Turn turn,
        String title,
        @Nullable Instant doneAt,
        @Nullable String note) {}
