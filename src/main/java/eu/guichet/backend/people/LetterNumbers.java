package eu.guichet.backend.people;

import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** References and item numbers of simulated letters, none twice. */
final class LetterNumbers {
    /** A prime, so that every serial number of eight digits comes once before the first comes again. */
    private static final long STEP = 38_197_433;

    private static final long SERIALS = 100_000_000;

    private final Set<String> references = new HashSet<>();
    private long serial = 47_312_482;

    String reference(SplittableRandom random) {
        String drawn = LetterReference.draw(random).value();
        while (!references.add(drawn)) {
            drawn = LetterReference.draw(random).value();
        }
        return drawn;
    }

    String item() {
        serial = (serial + STEP) % SERIALS;
        return ItemNumber.of("RR", "%08d".formatted(serial), "BE").value();
    }
}
