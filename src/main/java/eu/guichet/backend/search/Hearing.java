package eu.guichet.backend.search;

import java.util.Set;

/**
 * What a name sounds like, roughly: <i>Meyer</i> and <i>Maier</i>, <i>Schmidt</i> and <i>Schmitt</i> are one to the ear. It
 * rather takes two names for one than one for two.
 */
final class Hearing {
    /** Each is applied to what those before have left. */
    private static final String[][] ALIKE = {
        {"ae", "a"},
        {"oe", "o"},
        {"ue", "u"},
        {"sch", "s"},
        {"ph", "f"},
        {"th", "t"},
        {"dt", "t"},
        {"ch", "k"},
        {"ck", "k"},
        {"qu", "k"},
        {"ce", "se"},
        {"ci", "si"},
        {"cy", "si"},
        {"c", "k"},
        {"h", ""},
        {"w", "v"},
        {"z", "s"},
        {"y", "i"},
        {"j", "i"},
        {"ai", "ei"},
    };

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hearing() {}

    /** How one name sounds, its words together; empty where it has no letter that we know. */
    static String of(String name) {
        Set<String> spellings = Spelling.of(name);
        if (spellings.isEmpty()) {
            return "";
        }
        String sound = spellings.iterator().next();
        for (String[] pair : ALIKE) {
            sound = sound.replace(pair[0], pair[1]);
        }
        StringBuilder once = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            if (i == 0 || sound.charAt(i) != sound.charAt(i - 1)) {
                once.append(sound.charAt(i));
            }
        }
        return once.toString();
    }

    /** One number for how last name and first name sound and the year of birth (FNV-1a): hundreds of thousands are kept. */
    static long key(String lastName, String firstName, int birthYear) {
        String whole = of(lastName) + " " + of(firstName) + " " + birthYear;
        long hash = OFFSET;
        for (int i = 0; i < whole.length(); i++) {
            hash = (hash ^ whole.charAt(i)) * PRIME;
        }
        return hash;
    }
}
