package eu.guichet.backend.search;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What of a word is left when it is written down by somebody who has only heard it, whichever language that ear is used to:
 * its consonants in few classes, and where a vowel stood. <i>Schäffer</i> and <i>Chefer</i>, <i>Papadopoulos</i> and
 * <i>Papadhopulos</i>, <i>Wałęsa</i> and <i>Valensa</i> come close.
 */
final class Sound {
    private static final int FEWEST_LETTERS = 4;

    /** Of fewer signs half the register would sound so. */
    private static final int FEWEST_SIGNS = 3;

    private static final char VOWEL = '*';

    /** Applied in this order, each to what those before have left; longer ones first. */
    private static final String[][] ALIKE = {
        {"tzsch", "s"},
        {"tsch", "s"},
        {"dsch", "s"},
        {"schtsch", "s"},
        {"shch", "s"},
        {"szcz", "s"},
        {"sch", "s"},
        {"tch", "s"},
        {"dzh", "s"},
        {"dsh", "s"},
        {"cz", "s"},
        {"sz", "s"},
        {"rz", "s"},
        {"cs", "s"},
        {"zs", "s"},
        {"zh", "s"},
        {"sh", "s"},
        {"sj", "s"},
        {"sk", "sk"},
        {"tz", "s"},
        {"ts", "s"},
        {"dz", "s"},
        {"dj", "s"},
        {"ph", "f"},
        {"th", "t"},
        {"dh", "t"},
        {"kh", "k"},
        {"gh", "k"},
        {"ck", "k"},
        {"qu", "k"},
        {"ce", "se"},
        {"ci", "si"},
        {"cy", "si"},
        {"ge", "se"},
        {"gi", "si"},
        {"gy", "si"},
        {"x", "ks"},
        {"mb", "mp"},
        {"nd", "nt"},
        {"gn", "n"},
        {"gl", "l"},
        {"nj", "n"},
        {"ny", "n"},
        {"lj", "l"},
        {"ly", "l"},
        {"ll", "l"},
    };

    private Sound() {}

    /** @param plain a spelling in letters a to z; empty where it is too short to be told from others by its sound */
    static Set<String> of(String plain) {
        Set<String> sounds = new LinkedHashSet<>();
        if (plain.length() < FEWEST_LETTERS) {
            return sounds;
        }
        // the letters that ears of different languages disagree about most
        for (String ch : plain.contains("ch") ? new String[] {"k", "s", ""} : new String[] {""}) {
            String read = plain.replace("tch", "s").replace("sch", "s").replace("ch", ch);
            for (String j : read.contains("j") ? new String[] {"i", "s"} : new String[] {""}) {
                String sound = classes(read.replace("j", j));
                if (sound.length() >= FEWEST_SIGNS) {
                    sounds.add(sound);
                }
            }
        }
        return sounds;
    }

    private static String classes(String read) {
        String sound = read;
        for (String[] pair : ALIKE) {
            sound = sound.replace(pair[0], pair[1]);
        }
        StringBuilder classes = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char sign = classOf(sound.charAt(i));
            if (sign != 0 && (classes.isEmpty() || classes.charAt(classes.length() - 1) != sign)) {
                classes.append(sign);
            }
        }
        return classes.toString();
    }

    /** 0 for a letter that is not heard. */
    private static char classOf(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> VOWEL;
            case 'b', 'p' -> 'p';
            case 'd', 't' -> 't';
            case 'g', 'k', 'c', 'q' -> 'k';
            case 'f', 'v', 'w' -> 'f';
            case 's', 'z' -> 's';
            case 'h' -> 0;
            default -> letter;
        };
    }
}
