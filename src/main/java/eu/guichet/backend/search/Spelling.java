package eu.guichet.backend.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a word may be written in plain letters a to z. Most words have one plain spelling. Those with an umlaut and their like
 * have two, because <i>Müller</i> is keyed as <i>Muller</i> by some and as <i>Mueller</i> by others; Greek and Cyrillic ones
 * have several, because people do not spell their own names by a standard.
 */
final class Spelling {
    /** So many spellings of one word are enough: beyond them it is found by its sound. */
    private static final int MOST = 8;

    private static final char UMLAUT = '\u0308';
    private static final char RING = '\u030a';
    private static final char BREVE = '\u0306';

    private static final Map<Character, List<String>> LETTERS =
            options("ß ss|œ oe,e|æ ae,a|ø o,oe|đ d,dj|ð d|þ th|ł l,w|ı i|ħ h"
                    + "|ŧ t|ŋ ng|ĸ k|ə a,e|ſ s"
                    // ELOT 743, and how people spell their own names
                    + "|α a|β v,b|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x,ks|ο o|π p|ρ r|σ s|ς s|τ t|υ y,i|φ f,ph|χ ch,h|ψ ps"
                    + "|ω o"
                    // the Bulgarian state's transliteration, and the letters of its neighbours
                    + "|а a|б b|в v|г g|д d|е e|ж zh,j|з z|и i|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х h,kh|ц ts,c|ч ch,c|ш sh,s"
                    + "|щ sht,shch|ъ a,u|ь y,|ю yu,iu|я ya,ia|ы y|э e|ј j|љ lj|њ nj|ћ c|џ dz|ѓ g|ќ k|і i|є e,ye|ґ g");

    private static final Map<Character, List<String>> WITH_UMLAUT =
            options("a a,ae|o o,oe|u u,ue|е e,yo|ι i|υ y|і i,yi");

    private static final Map<String, List<String>> PAIRS = pairs(
            "ου ou,u|αυ av,au|ευ ev,ef|γγ ng|γκ gk,g|γξ nx|γχ nch|μπ mp,b" + "|ντ nt,d|τζ tz|αι ai,e|ει ei,i|οι oi,i");

    /** At the beginning of a word these pairs are one sound. */
    private static final Map<String, List<String>> FIRST_PAIRS = pairs("μπ b,mp|ντ d,nt|γκ g,gk");

    private Spelling() {}

    /** The plain spellings of one word, the usual one first; empty when no letter or digit is in it. */
    static Set<String> of(String word) {
        String letters = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        // what has a case of its own in one form only comes apart once more
        letters = Normalizer.normalize(letters, Normalizer.Form.NFKD);
        Collection<StringBuilder> spellings = new ArrayList<>(List.of(new StringBuilder()));
        int at = 0;
        while (at < letters.length()) {
            List<String> pair = pair(letters, at);
            if (pair != null) {
                spellings = grown(spellings, pair);
                at += 2;
            } else {
                spellings = grown(spellings, letter(letters, at));
                at++;
            }
        }
        Set<String> plain = new LinkedHashSet<>();
        spellings.forEach(spelling -> plain.add(spelling.toString()));
        plain.remove("");
        return plain;
    }

    private static @Nullable List<String> pair(String letters, int at) {
        if (at + 1 >= letters.length() || letters.charAt(at) < '\u0370' || marked(letters, at + 1, UMLAUT)) {
            return null;
        }
        String pair = letters.substring(at, at + 2);
        List<String> first = at == 0 ? FIRST_PAIRS.get(pair) : null;
        return first == null ? PAIRS.get(pair) : first;
    }

    private static List<String> letter(String letters, int at) {
        char letter = letters.charAt(at);
        List<String> umlaut = marked(letters, at, UMLAUT) ? WITH_UMLAUT.get(letter) : null;
        if (umlaut != null) {
            return umlaut;
        }
        if (letter == 'a' && marked(letters, at, RING)) {
            return List.of("a", "aa");
        }
        if (letter == 'и' && marked(letters, at, BREVE)) {
            return List.of("y", "i");
        }
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
            return List.of(String.valueOf(letter));
        }
        return LETTERS.getOrDefault(letter, List.of(""));
    }

    private static boolean marked(String letters, int at, char mark) {
        return at + 1 < letters.length() && letters.charAt(at + 1) == mark;
    }

    /** Each spelling so far with each of the options behind it, as long as there is room for so many. */
    private static Collection<StringBuilder> grown(Collection<StringBuilder> spellings, List<String> options) {
        if (options.size() == 1 || spellings.size() * options.size() > MOST) {
            spellings.forEach(spelling -> spelling.append(options.getFirst()));
            return spellings;
        }
        Collection<StringBuilder> grown = new ArrayList<>(spellings.size() * options.size());
        for (StringBuilder spelling : spellings) {
            for (String option : options) {
                grown.add(new StringBuilder(spelling).append(option));
            }
        }
        return grown;
    }

    private static Map<Character, List<String>> options(String table) {
        Map<Character, List<String>> options = new HashMap<>();
        pairs(table).forEach((letter, plain) -> options.put(letter.charAt(0), plain));
        return Map.copyOf(options);
    }

    private static Map<String, List<String>> pairs(String table) {
        Map<String, List<String>> pairs = new HashMap<>();
        for (String entry : table.split("\\|", -1)) {
            String[] parts = entry.split(" ", -1);
            pairs.put(parts[0], List.of(parts[1].split(",", -1)));
        }
        return Map.copyOf(pairs);
    }
}
