package eu.guichet.process;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The letter's one-time code: 15 random characters (75 bits) and a check character. It never prints itself; only
 * {@link #printed()}, which goes onto the letter, and {@link #characters()}, which goes into the hash, hand it out.
 */
public final class ConfirmationCode {
    public static final int LENGTH = 16;

    private static final int GROUP = 4;

    private final String characters;

    private ConfirmationCode(String characters) {
        this.characters = characters;
    }

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public static ConfirmationCode draw(RandomGenerator random) {
        String drawn = Base32.random(LENGTH - 1, random);
        return new ConfirmationCode(drawn + Base32.check(drawn));
    }

    /** Reads a code as people type it; empty when its length, its characters or its check are wrong. */
    public static Optional<ConfirmationCode> read(String typed) {
        String normal = Base32.normalise(typed);
        boolean right = normal.length() == LENGTH
                && Base32.inSet(normal)
                && Base32.check(normal.substring(0, LENGTH - 1)) == normal.charAt(LENGTH - 1);
        return right ? Optional.of(new ConfirmationCode(normal)) : Optional.empty();
    }

    /** Four groups of four, for the paper. */
    public String printed() {
        StringBuilder groups = new StringBuilder();
        for (int start = 0; start < LENGTH; start += GROUP) {
            groups.append(start == 0 ? "" : "-").append(characters, start, start + GROUP);
        }
        return groups.toString();
    }

    /** The bare characters, for the hash. */
    public String characters() {
        return characters;
    }

    @Override
    public String toString() {
        return "ConfirmationCode[••••]";
    }
}
