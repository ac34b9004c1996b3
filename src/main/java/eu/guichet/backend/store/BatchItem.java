package eu.guichet.backend.store;

import eu.guichet.contract.LeftOutReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One letter of a batch and where it stands.
 *
 * @param position in the order in which the letters are posted, from 1
 * @param letterId null while it is still to be generated, and where it is left out
 * @param reference of the letter; null where there is none
 * @param generated whether the batch generates it; otherwise it waited to be printed
 * @param reason why it is left out; null otherwise
 * @param paper the part of the batch in which its document was handed out last, or null
 * @param earlierSheet whether a sheet of an earlier document may have come out
 */
public record BatchItem(
        int position,
        String pensionerId,
        @Nullable String letterId,
        @Nullable String reference,
        boolean generated,
        State state,
        @Nullable LeftOutReason reason,
        @Nullable Paper paper,
        boolean earlierSheet) {
    /** Where it stands. */
    public enum State {
        /** Still to be generated, or to be handed to the office's printer. */
        TO_DO,
        /** A desk can take its document. */
        READY,
        /** Its document was taken, or it is at the office's printer. */
        UNDER_WAY,
        PRINTED,
        LEFT_OUT,
        /** It stays behind because the batch was ended before. */
        CANCELLED;

        /** Whether nothing more becomes of it in its batch. */
        public boolean over() {
            return switch (this) {
                case TO_DO, READY, UNDER_WAY -> false;
                case PRINTED, LEFT_OUT, CANCELLED -> true;
            };
        }
    }

    /** @param by who has the document */
    public record Paper(String claim, StoredLetter.Person by, Instant at) {}
}
