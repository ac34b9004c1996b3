package eu.guichet.backend.address;

import eu.guichet.typed.Typed;
import java.util.List;
import java.util.Map;

/** Postcodes as people say them: with or without spaces, and with or without the sign of their country before them. */
public final class Postcodes {
    /** Signs of vehicles that are still written before a postcode, and other names of a country's code. */
    private static final Map<String, List<String>> SIGNS = Map.ofEntries(
            Map.entry("AT", List.of("A")),
            Map.entry("BE", List.of("B")),
            Map.entry("CY", List.of("CYP")),
            Map.entry("DE", List.of("D")),
            Map.entry("EE", List.of("EST")),
            Map.entry("ES", List.of("E")),
            Map.entry("FI", List.of("FIN", "SF")),
            Map.entry("FR", List.of("F")),
            Map.entry("GB", List.of("UK")),
            Map.entry("GR", List.of("EL")),
            Map.entry("HU", List.of("H")),
            Map.entry("IE", List.of("IRL")),
            Map.entry("IT", List.of("I")),
            Map.entry("LI", List.of("FL")),
            Map.entry("LU", List.of("L")),
            Map.entry("MT", List.of("M")),
            Map.entry("NO", List.of("N")),
            Map.entry("PT", List.of("P")),
            Map.entry("RO", List.of("R")),
            Map.entry("RS", List.of("SRB", "YU")),
            Map.entry("SE", List.of("S")),
            Map.entry("SI", List.of("SLO")),
            Map.entry("US", List.of("USA")),
            Map.entry("XK", List.of("KS", "RKS")));

    /** Digits of the part of a US code that people know by heart; the four behind it name a side of the street. */
    private static final int ZIP = 5;

    private static final int ZIP_AND_FOUR = 9;

    private static final Map<String, String> MADE_OF = AddressData.read("postcodes.properties");

    private Postcodes() {}

    /**
     * Whether this can be a postcode of the country. One whose leading zero a spreadsheet has taken cannot.
     *
     * @param country ISO 3166-1 alpha-2; of one that is not known anything can
     */
    public static boolean possible(String written, String country) {
        String pattern = MADE_OF.get(country);
        return pattern == null || bare(written, country).matches(pattern);
    }

    /** @param country ISO 3166-1 alpha-2, of the address on file */
    public static String bare(String written, String country) {
        String signs = String.join("|", SIGNS.getOrDefault(country, List.of()));
        String code = Typed.bare(written)
                .replaceFirst("^(" + country + (signs.isEmpty() ? "" : "|" + signs) + ")(?=[0-9])", "");
        return country.equals("US") && code.length() == ZIP_AND_FOUR ? code.substring(0, ZIP) : code;
    }
}
