package eu.guichet.backend.desk;

import eu.guichet.backend.store.Tx;
import eu.guichet.process.LetterReference;
import java.util.random.RandomGenerator;

/** Draws the references of letters. */
final class LetterNumbers {
    private LetterNumbers() {}

    /** Drawn again while another letter has it; no other writer can take it before this transaction ends. */
    static LetterReference free(Tx tx, RandomGenerator random) {
        LetterReference drawn = LetterReference.draw(random);
        while (tx.letters().byReference(drawn.value()).isPresent()) {
            drawn = LetterReference.draw(random);
        }
        return drawn;
    }
}
