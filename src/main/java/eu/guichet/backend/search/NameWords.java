package eu.guichet.backend.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes names apart into the words under which somebody may look for them. */
final class NameWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'\u2019\u02bc`]+");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'\u2019\u02bc`-]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019\u02bc`]");

    /** Small words that are said or left out as it comes. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "delle", "dello", "dei", "degli", "di", "da", "do", "dos", "das", "du", "des", "la",
            "le", "les", "los", "las", "van", "von", "der", "den", "het", "ter", "ten", "te", "zu", "zum", "zur", "vom",
            "af", "av", "y", "e", "i", "el", "ap", "mac", "mc", "o", "d", "l", "t", "st");

    private NameWords() {}

    static boolean particle(String plain) {
        return PARTICLES.contains(plain);
    }

    /** Every word, in every plain spelling, under which this name is to be found. */
    static Set<String> indexed(String name) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder whole = new StringBuilder();
        int parts = 0;
        for (String part : BETWEEN_NAMES.split(name, -1)) {
            if (!part.isBlank()) {
                addSpellings(words, part);
                whole.append(part);
                parts++;
                String[] pieces = BETWEEN_WORDS.split(part, -1);
                for (String piece : pieces) {
                    addSpellings(words, piece);
                    String[] afterApostrophe = APOSTROPHE.split(piece, -1);
                    if (afterApostrophe.length > 1) {
                        addSpellings(words, afterApostrophe[afterApostrophe.length - 1]);
                    }
                }
            }
        }
        if (parts > 1) {
            addSpellings(words, whole.toString());
        }
        return words;
    }

    /** The words of a query, each with its plain spellings. */
    static List<Set<String>> asked(String query) {
        List<Set<String>> words = new ArrayList<>();
        for (String piece : BETWEEN_WORDS.split(query, -1)) {
            Set<String> spellings = Spelling.of(piece);
            if (!spellings.isEmpty()) {
                words.add(spellings);
            }
        }
        return words;
    }

    private static void addSpellings(Set<String> words, String word) {
        words.addAll(Spelling.of(word));
    }
}
