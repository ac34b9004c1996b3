package eu.guichet.backend.address;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order a country's post reads the end of an address. */
public final class AddressFormats {
    private static final String POSTCODE = "{postcode}";
    private static final String TOWN = "{town}";
    private static final Map<String, String> FORMATS = AddressData.read("formats.properties");
    private static final Set<String> WITHOUT_POSTCODES =
            Set.of(FORMATS.getOrDefault("none", "").split(" ", -1));
    private static final String USUAL = "{postcode} {town}";
    private static final String USUAL_WITHOUT = "{town} {postcode}";

    private AddressFormats() {}

    /** @param country ISO 3166-1 alpha-2 */
    public static boolean hasPostcodes(String country) {
        return !WITHOUT_POSTCODES.contains(country)
                && FORMATS.getOrDefault(country, USUAL).contains(POSTCODE);
    }

    /**
     * The lines for town and postcode, from above; a line with nothing in it is left out.
     *
     * @param postcode empty where there is none
     * @param country ISO 3166-1 alpha-2
     */
    public static List<String> lines(String postcode, String town, String country) {
        String format = FORMATS.getOrDefault(country, hasPostcodes(country) ? USUAL : USUAL_WITHOUT);
        if (!format.contains(POSTCODE) && !postcode.isEmpty() && hasPostcodes(country)) {
            format = format + " " + POSTCODE;
        }
        return Arrays.stream(format.split("\\|", -1))
                .map(line -> line(line.strip(), postcode, town))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String line(String format, String postcode, String town) {
        int code = format.indexOf(POSTCODE);
        String sign = code < 0 ? "" : format.substring(format.lastIndexOf(' ', code) + 1, code);
        String shown = format;
        if (postcode.isEmpty() || (!sign.isEmpty() && postcode.startsWith(sign))) {
            shown = format.replace(sign + POSTCODE, POSTCODE);
        }
        return shown.replace(POSTCODE, postcode).replace(TOWN, town).replaceAll("^[ ,-]+|[ ,-]+$", "");
    }
}
