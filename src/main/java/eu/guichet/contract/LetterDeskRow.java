package eu.guichet.contract;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One letter on a list of the letter desk. Masked as the file is; never a code.
 *
 * @param id of the letter, opaque, safe in a URL
 * @param name family name in capitals, then first name
 * @param place postcode and town, masked
 * @param generatedBy name of the agent
 * @param claimedBy name of whoever has the document and has not told what became of it; null where nobody has
 * @param printedBy name of whoever printed it; null while it is not printed
 * @param itemNumber the S10 number, or null while none is known
 * @param goesBackOn the day on which the post sends it back; null where it is not on its way
 * @param stage the list on which it stands; null where it is on none (received, redeemed, superseded, …)
 * @param print how it stands at the office's printer; null where desks print, or nothing was ordered there
 */
public record LetterDeskRow(
        String id,
        String reference,
        String pensionerId,
        String name,
        String place,
        LetterKind kind,
        LetterState state,
        Instant generatedAt,
        String generatedBy,
        @Nullable Instant claimedAt,
        @Nullable String claimedBy,
        @Nullable Instant printedAt,
        @Nullable String printedBy,
        @Nullable String itemNumber,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate goesBackOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate returnedOn,
        @Nullable ReturnReason returnReason,
        @Nullable LetterDeskStage stage,
        @Nullable PrintJob print) {}
