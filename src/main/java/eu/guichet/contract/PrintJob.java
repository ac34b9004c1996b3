package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a letter stands at the office's printer, where the backend prints.
 *
 * @param trouble why it waits, has stopped or has failed; null where it goes well
 * @param orderedBy name of whoever generated the letter, or ordered it to be printed again
 * @param changedAt since when it stands like that
 * @param note in the caller's language: how it stands, and what to do about it
 * @param again whether the caller may order it to be printed again now
 * @param cancellable whether the caller may take the order back now
 */
public record PrintJob(
        PrintState state,
        @Nullable PrintTrouble trouble,
        Instant orderedAt,
        String orderedBy,
        Instant changedAt,
        String note,
        boolean again,
        boolean cancellable) {}
