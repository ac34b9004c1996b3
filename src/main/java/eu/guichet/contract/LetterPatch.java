package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;

/** What the post did with a letter. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LetterPatch.Posted.class, name = "POSTED"),
    @JsonSubTypes.Type(value = LetterPatch.Received.class, name = "RECEIVED"),
    @JsonSubTypes.Type(value = LetterPatch.Returned.class, name = "RETURNED")
})
public sealed interface LetterPatch {
    /** Handed to the post on this day (office's zone), with this S10 number. */
    record Posted(String itemNumber, LocalDate on) implements LetterPatch {}

    /** Received on this day, as on the advice of receipt. */
    record Received(LocalDate on) implements LetterPatch {}

    /** Came back on this day (office's zone). */
    record Returned(LocalDate on, ReturnReason reason) implements LetterPatch {}
}
