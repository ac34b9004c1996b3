package eu.guichet.process;

import eu.guichet.typed.Typed;
import java.util.random.RandomGenerator;

/**
 * Crockford's base-32 set (no I, L, O, U) and Damm's check over it: with the quasigroup x∗y = 2x + y of the field GF(2⁵),
 * x⁵ + x² + 1, every single error and every swap of neighbours changes the check.
 */
final class Base32 {
    static final String SET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int REDUCTION = 0b100101;

    private Base32() {}

    static String random(int length, RandomGenerator random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(SET.charAt(random.nextInt(SET.length())));
        }
        return text.toString();
    }

    static char check(CharSequence text) {
        int interim = 0;
        for (int i = 0; i < text.length(); i++) {
            interim = twice(interim ^ SET.indexOf(text.charAt(i)));
        }
        return SET.charAt(interim);
    }

    /** Reads what people write: any case, hyphens and spaces, O as 0, I and L as 1. Other characters stay and match nothing. */
    static String normalise(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        String bare = Typed.line(text);
        for (int i = 0; i < bare.length(); i++) {
            char c = Character.toUpperCase(bare.charAt(i));
            switch (c) {
                case '-', ' ' -> {}
                case 'O' -> normal.append('0');
                case 'I', 'L' -> normal.append('1');
                default -> normal.append(c);
            }
        }
        return normal.toString();
    }

    static boolean inSet(CharSequence text) {
        return text.chars().allMatch(c -> SET.indexOf(c) >= 0);
    }

    private static int twice(int element) {
        int doubled = element << 1;
        return doubled >= SET.length() ? doubled ^ REDUCTION : doubled;
    }
}
