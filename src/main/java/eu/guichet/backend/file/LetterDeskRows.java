package eu.guichet.backend.file;

import eu.guichet.backend.access.Masking;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PrintJob;
import org.jspecify.annotations.Nullable;

/** One letter as the letter desk sees it: masked as the file is, and never a code. */
public final class LetterDeskRows {
    private LetterDeskRows() {}

    /**
     * @param stage the list on which it stands, or null
     * @param print how it stands at the office's printer, or null
     */
    public static LetterDeskRow row(
            StoredLetter letter, Pensioner pensioner, @Nullable LetterDeskStage stage, @Nullable PrintJob print) {
        StoredLetter.Standing standing = letter.standing();
        StoredLetter.Printed printed = letter.printed();
        StoredLetter.Claim claim = print == null ? held(letter) : null;
        return new LetterDeskRow(
                letter.id(),
                letter.reference(),
                letter.pensionerId(),
                FileAssembler.name(pensioner),
                Masking.place(
                        pensioner.address().postcode(), pensioner.address().city()),
                letter.kind(),
                standing.state(),
                letter.generatedAt(),
                letter.generatedBy().name(),
                claim == null ? null : claim.at(),
                claim == null ? null : claim.by().name(),
                printed == null ? null : printed.at(),
                printed == null ? null : printed.by().name(),
                letter.itemNumber(),
                standing.postedOn(),
                standing.goesBackOn(),
                standing.receivedOn(),
                standing.returnedOn(),
                standing.returnReason(),
                stage,
                print);
    }

    /** The claim of whoever has the document and has not told what became of it. */
    private static StoredLetter.@Nullable Claim held(StoredLetter letter) {
        StoredLetter.Claim claim = letter.claim();
        boolean held = letter.standing().state() == LetterState.GENERATED && claim != null && claim.at() != null;
        return held ? claim : null;
    }
}
