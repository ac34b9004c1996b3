package eu.guichet.contract;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One registered letter. Its confirmation code is not here, and nowhere else but on the paper.
 *
 * @param id opaque identifier, safe in a URL
 * @param reference the public reference printed on the letter
 * @param itemNumber the S10 number of the registered item, or null while it is not posted
 * @param postedOn in the office's zone
 * @param receivedOn as on the advice of receipt
 * @param usableUntil last instant at which the code is accepted, or null when the letter is not outstanding
 * @param triesLeft wrong codes that may still be entered before the letter is locked
 * @param note one line in the agent's language: what the state means now
 * @param printable whether the calling agent may still fetch its document, once
 */
public record Letter(
        String id,
        String reference,
        LetterState state,
        Instant generatedAt,
        @Nullable String itemNumber,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate receivedOn,
        @Nullable Instant usableUntil,
        int triesLeft,
        String note,
        boolean printable) {}
