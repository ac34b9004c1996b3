package eu.guichet.backend.search;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a word may be written in plain letters a to z. Most words have one plain spelling; those with an umlaut and their
 * like have two, because <i>Müller</i> is keyed as <i>Muller</i> by some and as <i>Mueller</i> by others.
 */
final class Spelling {
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('œ', "oe"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('ł', "l"),
            Map.entry('ı', "i"),
            Map.entry('ħ', "h"),
            Map.entry('ŧ', "t"),
            Map.entry('ŋ', "n"),
            Map.entry('ĸ', "k"),
            Map.entry('й', "y"));

    /** Letters that some people write as one plain letter and others as two. */
    private static final Map<Character, String> ONE =
            Map.of('ä', "a", 'ö', "o", 'ü', "u", 'å', "a", 'ø', "o", 'æ', "a");

    private static final Map<Character, String> TWO =
            Map.of('ä', "ae", 'ö', "oe", 'ü', "ue", 'å', "aa", 'ø', "oe", 'æ', "ae");

    /** ELOT 743; vowel and consonant pairs come before single letters. */
    private static final Map<String, String> GREEK_PAIRS =
            Map.of("ου", "ou", "αυ", "av", "ευ", "ev", "γγ", "ng", "γξ", "nx", "γχ", "nch", "μπ", "b");

    private static final Map<Character, String> GREEK = letters(
            "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o");

    /** The Bulgarian state's transliteration, and the letters of its neighbours. */
    private static final Map<Character, String> CYRILLIC = letters("а a б b в v г g д d е e ж zh з z и i к k л l м m"
            + " н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sht ъ a ь y ю yu я ya ы y э e ё e ј j љ lj њ nj"
            + " ћ c ђ d џ dz ѓ g ќ k і i ї i є e");

    private Spelling() {}

    /** The plain spellings of one word, the shortest first; empty when no letter or digit is in it. */
    static Set<String> of(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(plain(composed, ONE));
        spellings.add(plain(composed, TWO));
        spellings.remove("");
        return spellings;
    }

    private static String plain(String composed, Map<Character, String> umlauts) {
        StringBuilder open = new StringBuilder(composed.length() + 4);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            String replaced = umlauts.get(c);
            open.append(replaced == null ? LETTERS.getOrDefault(c, String.valueOf(c)) : replaced);
        }
        String bare = Normalizer.normalize(open, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            String pair = i + 1 < bare.length() ? GREEK_PAIRS.get(bare.substring(i, i + 2)) : null;
            if (pair != null) {
                plain.append(pair);
                i++;
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                plain.append(c);
            } else {
                plain.append(GREEK.getOrDefault(c, CYRILLIC.getOrDefault(c, LETTERS.getOrDefault(c, ""))));
            }
        }
        return plain.toString();
    }

    private static Map<Character, String> letters(String pairs) {
        String[] words = pairs.split(" ", -1);
        Map<Character, String> letters = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            letters.put(words[i].charAt(0), words[i + 1]);
        }
        return Map.copyOf(letters);
    }
}
