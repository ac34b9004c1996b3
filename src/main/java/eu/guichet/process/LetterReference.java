package eu.guichet.process;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The public reference printed on a letter, to be read out on the phone. It says nothing about the person or the code.
 *
 * @param value such as {@code G-7KQ4-93VX}: seven random characters and a check character
 */
public record LetterReference(String value) {
    private static final int LENGTH = 8;

    public static LetterReference draw(RandomGenerator random) {
        String drawn = Base32.random(LENGTH - 1, random);
        return of(drawn + Base32.check(drawn));
    }

    /** Reads a reference as people write it, with or without its G; empty when it is none. */
    public static Optional<LetterReference> parse(String text) {
        String normal = Base32.normalise(text);
        if (normal.length() == LENGTH + 1 && normal.charAt(0) == 'G') {
            normal = normal.substring(1);
        }
        boolean right = normal.length() == LENGTH
                && Base32.inSet(normal)
                && Base32.check(normal.substring(0, LENGTH - 1)) == normal.charAt(LENGTH - 1);
        return right ? Optional.of(of(normal)) : Optional.empty();
    }

    /** Without hyphens, as in a barcode: no scanner's keyboard layout can change those then. */
    public String bare() {
        return value.replace("-", "");
    }

    private static LetterReference of(String characters) {
        return new LetterReference("G-" + characters.substring(0, 4) + "-" + characters.substring(4));
    }

    @Override
    public String toString() {
        return value;
    }
}
