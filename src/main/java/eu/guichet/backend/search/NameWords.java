package eu.guichet.backend.search;

import eu.guichet.typed.Typed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes a name on file apart into the words under which somebody may look for it. */
final class NameWords {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'-]+");

    /** As in <i>Sig.ra</i> and <i>Dott.ssa</i>: one word. */
    private static final Pattern SHORTENED_TITLE =
            Pattern.compile("(?i)\\b(sig|gent|dott|prof|avv|dr|mag|ing|arch)\\.(ra|na|ssa|in|a)\\b");

    private NameWords() {}

    /** Every word, in every plain spelling, under which this name is to be found. */
    static Set<String> indexed(String name) {
        Set<String> words = new LinkedHashSet<>();
        StringBuilder whole = new StringBuilder();
        StringBuilder particles = new StringBuilder();
        int parts = 0;
        for (String part : BETWEEN_NAMES.split(Typed.line(name), -1)) {
            if (part.isBlank()) {
                continue;
            }
            add(words, part);
            whole.append(part);
            parts++;
            for (String piece : BETWEEN_WORDS.split(part, -1)) {
                add(words, piece);
                int apostrophe = piece.lastIndexOf('\'');
                if (apostrophe >= 0) {
                    add(words, piece.substring(apostrophe + 1));
                }
                if (particle(piece)) {
                    particles.append(piece);
                } else if (!particles.isEmpty()) {
                    add(words, particles + piece);
                    particles.setLength(0);
                }
            }
        }
        if (parts > 1) {
            add(words, whole.toString());
        }
        return words;
    }

    /** The words as typed, small ones among them. */
    static List<String> apart(String line) {
        List<String> words = new ArrayList<>();
        for (String piece : BETWEEN_WORDS.split(SHORTENED_TITLE.matcher(line).replaceAll("$1$2"), -1)) {
            if (!Spelling.of(piece).isEmpty()) {
                words.add(piece);
            }
        }
        return words;
    }

    private static boolean particle(String piece) {
        return Spelling.of(piece).stream().anyMatch(SmallWords::particle);
    }

    private static void add(Set<String> words, String word) {
        for (String spelling : Spelling.of(word)) {
            words.add(spelling);
            words.add(SmallWords.saint(spelling) ? SmallWords.SAINT : SmallWords.withSaint(spelling));
        }
    }
}
