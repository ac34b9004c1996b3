package eu.guichet.backend.file;

import java.util.Locale;

/** How a name of the field is written in a bundle's key. */
final class Keys {
    private Keys() {}

    /** {@code LETTER_POSTED} becomes {@code letter-posted}. */
    static String of(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
