package eu.guichet.process;

import java.util.random.RandomGenerator;

/** A challenge or sign-in code sent by SMS, new each time. It never prints itself. */
public final class ShortCode {
    public static final int CHALLENGE_LENGTH = 8;
    public static final int SIGN_IN_LENGTH = 9;

    private final String characters;

    private ShortCode(String characters) {
        this.characters = characters;
    }

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public static ShortCode challenge(RandomGenerator random) {
        return new ShortCode(Base32.random(CHALLENGE_LENGTH, random));
    }

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public static ShortCode signIn(RandomGenerator random) {
        return new ShortCode(Base32.random(SIGN_IN_LENGTH, random));
    }

    /** Reads a code as people type it; whether it is the right one only the hash tells. */
    public static ShortCode read(String typed) {
        return new ShortCode(Base32.normalise(typed));
    }

    /** The bare characters, for the SMS and for the hash. */
    public String characters() {
        return characters;
    }

    @Override
    public String toString() {
        return "ShortCode[••••]";
    }
}
