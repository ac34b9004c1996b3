package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;

/** How a letter came further: printed or not, and what the post did with it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LetterPatch.Printed.class, name = "PRINTED"),
    @JsonSubTypes.Type(value = LetterPatch.PrintFailed.class, name = "PRINT_FAILED"),
    @JsonSubTypes.Type(value = LetterPatch.Voided.class, name = "VOIDED"),
    @JsonSubTypes.Type(value = LetterPatch.Posted.class, name = "POSTED"),
    @JsonSubTypes.Type(value = LetterPatch.Received.class, name = "RECEIVED"),
    @JsonSubTypes.Type(value = LetterPatch.Returned.class, name = "RETURNED")
})
public sealed interface LetterPatch {
    /** The header in which a claimed document's claim is named. */
    String CLAIM = "Guichet-Claim";

    /** The header that says, with {@code true}, that an earlier claim ended in no word: its sheet may have come out. */
    String EARLIER_SHEET = "Guichet-Earlier-Sheet";

    /**
     * The print job of the claimed document has ended well.
     *
     * @param claim which document was printed: an earlier claim's paper is no longer valid
     */
    record Printed(String claim) implements LetterPatch {}

    /**
     * The print job of the claimed document has failed: the document can be claimed again, with another code.
     *
     * @param claim of the document that failed
     */
    record PrintFailed(String claim) implements LetterPatch {}

    /** Given up before it was posted; its code is no longer valid. */
    record Voided(VoidReason reason) implements LetterPatch {}

    /** What the post did with it, as a letter officer records it. */
    sealed interface Postal extends LetterPatch {}

    /** Handed to the post on this day (office's zone), with this S10 number. */
    record Posted(String itemNumber, LocalDate on) implements Postal {}

    /** Received on this day, as on the advice of receipt. */
    record Received(LocalDate on) implements Postal {}

    /** Came back on this day (office's zone). */
    record Returned(LocalDate on, ReturnReason reason) implements Postal {}
}
