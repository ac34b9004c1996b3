package eu.guichet.backend.desk;

import java.util.Locale;
import java.util.Map;

/** Postcodes as people say them: with or without spaces, and with or without the sign of their country before them. */
final class Postcodes {
    /** Signs that are still written before a postcode and are not the country's ISO code. */
    private static final Map<String, String> SIGNS =
            Map.of("BE", "B", "LU", "L", "DE", "D", "FR", "F", "IT", "I", "AT", "A", "ES", "E", "PT", "P", "SE", "S");

    private Postcodes() {}

    /** @param country ISO 3166-1 alpha-2, of the address on file */
    static String bare(String written, String country) {
        String code = written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String sign = SIGNS.getOrDefault(country, country);
        return code.replaceFirst("^(" + country + "|" + sign + ")(?=[0-9])", "");
    }
}
