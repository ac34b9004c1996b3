package eu.guichet.contract;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One registered letter. Its confirmation code is not here, and nowhere else but on the paper.
 *
 * @param id opaque identifier, safe in a URL
 * @param reference the public reference printed on the letter
 * @param cause why it replaced the one before, or null where none was replaced or no reason was asked for
 * @param printedAt when its print job ended well, or null
 * @param itemNumber the S10 number of the registered item, or null while it is not posted
 * @param postedOn in the office's zone
 * @param receivedOn as on the advice of receipt
 * @param returnedOn when the post brought it back, in the office's zone; null while it has not
 * @param goesBackOn for a posted letter of which no receipt is known: the day on which the post sends it back; null otherwise
 * @param tracking the carrier's page for the item, as the policy has it; null without policy or item number
 * @param usableUntil last instant at which the code is accepted, or null when the letter is not outstanding
 * @param triesLeft wrong codes that may still be entered before the letter is locked
 * @param triesMissed wrong codes that were entered; while there are none, the tries left are no news
 * @param note one line in the agent's language: what the state means now
 * @param printable whether the calling agent may claim its document now
 * @param print how it stands at the office's printer; null where desks print, or nothing was ordered there
 * @param voidable true where the calling agent may give it up now, before it is on paper; null otherwise
 */
public record Letter(
        String id,
        String reference,
        LetterState state,
        Instant generatedAt,
        @Nullable LetterCause cause,
        @Nullable Instant printedAt,
        @Nullable String itemNumber,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate returnedOn,
        @Nullable LocalDate goesBackOn,
        @Nullable URI tracking,
        @Nullable Instant usableUntil,
        int triesLeft,
        int triesMissed,
        String note,
        boolean printable,
        @Nullable PrintJob print,
        @Nullable Boolean voidable) {
    /** A letter of which the office's printer knows nothing. */
    public Letter(
            String id,
            String reference,
            LetterState state,
            Instant generatedAt,
            @Nullable LetterCause cause,
            @Nullable Instant printedAt,
            @Nullable String itemNumber,
            @Nullable LocalDate postedOn,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate returnedOn,
            @Nullable LocalDate goesBackOn,
            @Nullable URI tracking,
            @Nullable Instant usableUntil,
            int triesLeft,
            int triesMissed,
            String note,
            boolean printable) {
        this(
                id,
                reference,
                state,
                generatedAt,
                cause,
                printedAt,
                itemNumber,
                postedOn,
                receivedOn,
                returnedOn,
                goesBackOn,
                tracking,
                usableUntil,
                triesLeft,
                triesMissed,
                note,
                printable,
                null,
                null);
    }

    /** The same, as it stands at the office's printer. */
    public Letter with(@Nullable PrintJob other) {
        return with(other, voidable);
    }

    /** The same, which the calling agent may give up now, or not. */
    public Letter voidable(boolean may) {
        return with(print, may ? Boolean.TRUE : null);
    }

    private Letter with(@Nullable PrintJob atPrinter, @Nullable Boolean mayBeGivenUp) {
        return new Letter(
                id,
                reference,
                state,
                generatedAt,
                cause,
                printedAt,
                itemNumber,
                postedOn,
                receivedOn,
                returnedOn,
                goesBackOn,
                tracking,
                usableUntil,
                triesLeft,
                triesMissed,
                note,
                printable,
                atPrinter,
                mayBeGivenUp);
    }
}
