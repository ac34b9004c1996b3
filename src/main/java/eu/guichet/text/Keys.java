package eu.guichet.text;

import java.util.Locale;

/** How a name of the field is written in a bundle's key, an address or a style class. */
public final class Keys {
    private Keys() {}

    /** {@code LETTER_POSTED} becomes {@code letter-posted}. */
    public static String kebab(Enum<?> name) {
        return kebab(name.name());
    }

    /** @param name in capitals, as the contract writes it */
    public static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
