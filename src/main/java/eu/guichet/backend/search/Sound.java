package eu.guichet.backend.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** What is one sound to every ear, longer ones first; before those letters that ears disagree about. */
    private static final String[][] ONE_SOUND = {
        {"schtsch", "s"},
        {"tzsch", "s"},
        {"tsch", "s"},
        {"dsch", "s"},
        {"shch", "s"},
        {"szcz", "s"},
        {"sch", "s"},
        {"tch", "s"},
        {"dzh", "s"},
        {"dsh", "s"},
        {"dj", "s"},
        {"sj", "s"},
        {"nj", "n"},
        {"lj", "l"},
    };

    /** Applied in this order, each to what those before have left. */
    private static final String[][] ALIKE = {
        {"cz", "s"},
        {"sz", "s"},
        {"rz", "s"},
        {"cs", "s"},
        {"zs", "s"},
        {"zh", "s"},
        {"sh", "s"},
        {"tz", "s"},
        {"ts", "s"},
        {"dz", "s"},
        {"ds", "s"},
        {"ph", "f"},
        {"th", "t"},
        {"dh", "t"},
        {"kh", "k"},
        {"gh", "k"},
        {"ck", "k"},
        {"ce", "se"},
        {"ci", "si"},
        {"cy", "si"},
        {"ge", "se"},
        {"gi", "si"},
        {"gy", "si"},
        {"x", "ks"},
        {"gn", "n"},
        {"gl", "l"},
        {"ll", "l"},
    };

    /** Soft letters of Hungarian and Croatian, not the vowel between two consonants. */
    private static final Pattern SOFT = Pattern.compile("([nl])y(?=[aeiou])");

    /** Polish and Czech: written as a k and heard as ts. */
    private static final Pattern TS = Pattern.compile("c(?=k)|c$");

    /** Italian: a k behind the s. */
    private static final Pattern SCH = Pattern.compile("(?<!t)sch(?=[ei])");

    /** A nasal before a consonant is half of a vowel to the one ear and half of the consonant to the other. */
    private static final Pattern NASAL = Pattern.compile("[mn](?=[ptks])");

    private static final Pattern TWICE = Pattern.compile("(.)\\1+");

    private Sound() {}

    /** @param plain a spelling in letters a to z; empty where it is too short to be told from others by its sound */
    static Set<String> of(String plain) {
        Set<String> sounds = new LinkedHashSet<>();
        if (plain.length() < FEWEST_LETTERS) {
            return sounds;
        }
        Set<String> written =
                new LinkedHashSet<>(List.of(plain, SCH.matcher(plain).replaceAll("sk")));
        List<String> readings =
                written.stream().map(one -> replaced(one, ONE_SOUND)).toList();
        // the letters that ears of different languages disagree about most
        readings = either(readings, "ch", "k", "s");
        readings = either(readings, "j", "i", "s");
        readings = either(readings, "qu", "k", "kv");
        for (String reading : readings) {
            add(sounds, reading);
            Matcher ts = TS.matcher(reading);
            if (ts.find()) {
                add(sounds, ts.replaceAll("s"));
            }
        }
        return sounds;
    }

    private static List<String> either(List<String> readings, String letters, String... sounds) {
        return readings.stream()
                .flatMap(reading -> reading.contains(letters)
                        ? Stream.of(sounds).map(sound -> reading.replace(letters, sound))
                        : Stream.of(reading))
                .toList();
    }

    private static void add(Set<String> sounds, String reading) {
        String sound = classes(reading);
        if (sound.length() >= FEWEST_SIGNS) {
            sounds.add(sound);
        }
    }

    private static String replaced(String read, String[][] pairs) {
        String sound = read;
        for (String[] pair : pairs) {
            sound = sound.replace(pair[0], pair[1]);
        }
        return sound;
    }

    private static String classes(String read) {
        String sound = replaced(SOFT.matcher(read).replaceAll("$1"), ALIKE);
        StringBuilder classes = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char sign = classOf(sound.charAt(i));
            if (sign != 0) {
                classes.append(sign);
            }
        }
        String once = TWICE.matcher(classes).replaceAll("$1");
        return TWICE.matcher(NASAL.matcher(once).replaceAll("")).replaceAll("$1");
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
