package eu.guichet.backend.store;

import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.LetterStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter as stored. What became of it derives from the events; {@link #standing} is that derivation kept beside the letter,
 * so that the letter desk's lists are read and not computed.
 *
 * @param reference the public reference printed on it
 * @param office whose letter desk has it on its lists: where its paper is made and posted
 * @param generatedBy id and name of the agent
 * @param label canonical S10 number of the registered label that was known when it was generated and stands on the paper, or
 *     null
 * @param itemNumber canonical S10 number: the label's, or the one it was posted under; null while there is none
 * @param code null while no document was claimed, because the code does not exist before, and again once it can never be
 *     accepted any more; a notice has none
 * @param claim the latest claim of its document, or null
 * @param printed when and by whom it was printed, or null
 */
public record StoredLetter(
        String id,
        String pensionerId,
        LetterKind kind,
        String reference,
        OfficeCode office,
        PrintPlace printAt,
        Person generatedBy,
        Instant generatedAt,
        @Nullable String label,
        @Nullable String itemNumber,
        @Nullable CodeHash code,
        @Nullable Claim claim,
        @Nullable Printed printed,
        Standing standing) {

    /** An agent, by id and by the name colleagues know. */
    public record Person(String id, String name) {}

    /**
     * Who has taken the document to print it.
     *
     * @param at when, or null once its print job was reported failed
     */
    public record Claim(String id, @Nullable Instant at, Person by) {
        /** Until when nobody but this agent may claim the document; empty where everybody may. */
        public Optional<Instant> heldAgainst(String agentId, Duration length, Instant now) {
            return by.id().equals(agentId)
                    ? Optional.empty()
                    : Optional.ofNullable(at).map(taken -> taken.plus(length)).filter(now::isBefore);
        }
    }

    public record Printed(Instant at, Person by) {}

    /**
     * What became of it, as its events tell.
     *
     * @param goesBackOn the day on which the post sends it back; null where it is not on its way
     */
    public record Standing(
            LetterState state,
            @Nullable LocalDate postedOn,
            @Nullable LocalDate goesBackOn,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate returnedOn,
            @Nullable ReturnReason returnReason) {
        public static final Standing GENERATED = new Standing(LetterState.GENERATED, null, null, null, null, null);

        public static Standing of(LetterStatus status) {
            return new Standing(
                    status.state(),
                    status.postedOn(),
                    status.goesBackOn(),
                    status.receivedOn(),
                    status.returnedOn(),
                    status.returnReason());
        }
    }

    /** A letter that is just being ordered. */
    public static StoredLetter ordered(
            String id,
            String pensionerId,
            LetterKind kind,
            String reference,
            OfficeCode office,
            PrintPlace printAt,
            Person by,
            Instant at,
            @Nullable String label) {
        return new StoredLetter(
                id,
                pensionerId,
                kind,
                reference,
                office,
                printAt,
                by,
                at,
                label,
                label,
                null,
                null,
                null,
                Standing.GENERATED);
    }

    /** A letter of the past, as its history has left it; whoever ordered it has printed it. */
    public StoredLetter as(LetterStatus status) {
        Instant printedAt = status.printedAt();
        return new StoredLetter(
                id,
                pensionerId,
                kind,
                reference,
                office,
                printAt,
                generatedBy,
                generatedAt,
                label,
                status.itemNumber() == null ? label : status.itemNumber(),
                code,
                claim,
                printedAt == null ? null : new Printed(printedAt, generatedBy),
                Standing.of(status));
    }
}
