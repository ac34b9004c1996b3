package eu.guichet.backend.search;

import java.util.HashSet;
import java.util.Set;

/** One slip of the fingers: a letter too many, one missing, a wrong one, or two neighbours swapped. */
final class TypingError {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private TypingError() {}

    /** Everything that may have been meant by a plain word, some hundreds; however many words there are to look among. */
    static Set<String> meant(String typed) {
        Set<String> meant = new HashSet<>();
        for (int at = 0; at <= typed.length(); at++) {
            String before = typed.substring(0, at);
            String after = typed.substring(at);
            for (int i = 0; i < LETTERS.length(); i++) {
                char letter = LETTERS.charAt(i);
                meant.add(before + letter + after);
                if (!after.isEmpty()) {
                    meant.add(before + letter + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                meant.add(before + after.substring(1));
            }
            if (after.length() > 1) {
                meant.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        meant.remove(typed);
        return meant;
    }
}
