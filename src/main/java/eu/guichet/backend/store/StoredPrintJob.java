package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter that was ordered to be printed on the office's printer, and how far that has come. Each order is a job of its own.
 *
 * @param office whose printer prints it
 * @param orderedBy whoever generated the letter, or ordered it to be printed again
 * @param changedAt when state or trouble last changed
 * @param trouble why it waits, has stopped or has failed; null where it goes well
 * @param claim of the letter's document, once that was made; its code is in that document alone
 * @param printerJob the printer's number for the job; null while it is not known
 * @param cancelled whether somebody at the desk wants it no more
 */
public record StoredPrintJob(
        String id,
        String letterId,
        String pensionerId,
        OfficeCode office,
        StoredLetter.Person orderedBy,
        Instant orderedAt,
        Instant changedAt,
        PrintState state,
        @Nullable PrintTrouble trouble,
        @Nullable String claim,
        @Nullable Integer printerJob,
        boolean cancelled) {

    /** A letter that is just being ordered to be printed. */
    public static StoredPrintJob ordered(String id, StoredLetter letter, StoredLetter.Person by, Instant at) {
        return new StoredPrintJob(
                id,
                letter.id(),
                letter.pensionerId(),
                letter.office(),
                by,
                at,
                at,
                PrintState.QUEUED,
                null,
                null,
                null,
                false);
    }

    /** The same, come so far at this moment; where that is no news it keeps its own moment. */
    public StoredPrintJob now(PrintState next, @Nullable PrintTrouble why, Instant at) {
        Instant since = next == state && why == trouble ? changedAt : at;
        return new StoredPrintJob(
                id,
                letterId,
                pensionerId,
                office,
                orderedBy,
                orderedAt,
                since,
                next,
                why,
                claim,
                printerJob,
                cancelled);
    }

    /** @param other null where its document is no longer under way */
    public StoredPrintJob withClaim(@Nullable String other) {
        return new StoredPrintJob(
                id,
                letterId,
                pensionerId,
                office,
                orderedBy,
                orderedAt,
                changedAt,
                state,
                trouble,
                other,
                printerJob,
                cancelled);
    }

    public StoredPrintJob at(int number) {
        return new StoredPrintJob(
                id,
                letterId,
                pensionerId,
                office,
                orderedBy,
                orderedAt,
                changedAt,
                state,
                trouble,
                claim,
                number,
                cancelled);
    }
}
