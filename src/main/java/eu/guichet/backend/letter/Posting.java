package eu.guichet.backend.letter;

import eu.guichet.contract.OfficeCode;
import java.util.Locale;

/**
 * Where an office's letters are posted.
 *
 * @param country ISO 3166-1 alpha-2
 * @param language in which the post of that country reads the name of a foreign one
 */
record Posting(String country, Locale language) {
    static Posting of(OfficeCode office) {
        return switch (office) {
            case BRU -> new Posting("BE", Locale.FRENCH);
            case LUX -> new Posting("LU", Locale.FRENCH);
            case ISP -> new Posting("IT", Locale.ITALIAN);
        };
    }
}
