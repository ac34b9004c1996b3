package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.ProblemType;

/** A letter officer records what the post did with a letter. */
public final class RecordLetter {
    private final Desk desk;
    private final PostalRecords post;

    public RecordLetter(Desk desk) {
        this.desk = desk;
        this.post = new PostalRecords(desk);
    }

    /** What is on file already is answered as it was the first time and recorded once. */
    public StoredLetter record(Principal who, String letterId, LetterPatch.Postal patch) {
        String about = owner(letterId);
        return desk.act(who, AuditAct.LETTER_RECORDED, about, null, tx -> {
            StoredLetter letter = tx.letters().find(letterId).orElseThrow();
            boolean recorded = post.record(tx, desk.open(tx, letter.pensionerId()), letter, patch);
            return new Done<>(letter, recorded ? outcome(patch) + " " + letter.reference() : "repeated");
        });
    }

    private String owner(String letterId) {
        return desk.read(tx -> tx.letters().find(letterId))
                .map(StoredLetter::pensionerId)
                .orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    }

    private static String outcome(LetterPatch.Postal patch) {
        return switch (patch) {
            case LetterPatch.Posted _ -> "posted";
            case LetterPatch.Received _ -> "received";
            case LetterPatch.Returned _ -> "returned";
        };
    }
}
