package eu.guichet.backend.letter;

import eu.guichet.backend.letter.LetterContent.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The recipient's address in the order the destination's post reads it (UPU S42), the country last, in capitals, in the
 * language of the country of posting, and only where the letter leaves that country.
 */
final class AddressLines {
    private static final Set<String> POSTCODE_BELOW_CITY = Set.of("GB", "IE", "GG", "JE", "IM", "ZA");
    private static final Set<String> POSTCODE_BEHIND_CITY = Set.of("US", "CA", "AU", "NZ", "IN", "SG", "TH", "MT");

    private AddressLines() {}

    static List<String> of(Recipient recipient, Posting from) {
        List<String> lines = new ArrayList<>();
        add(lines, recipient.name());
        recipient.lines().forEach(line -> add(lines, line));
        String city = recipient.city().strip();
        String postcode = recipient.postcode().strip();
        String country = recipient.country().strip().toUpperCase(Locale.ROOT);
        if (POSTCODE_BELOW_CITY.contains(country)) {
            add(lines, city);
            add(lines, postcode);
        } else if (POSTCODE_BEHIND_CITY.contains(country)) {
            add(lines, city + " " + postcode);
        } else {
            add(lines, postcode + " " + city);
        }
        if (!country.equals(from.country())) {
            add(lines, Locale.of("", country).getDisplayCountry(from.language()).toUpperCase(from.language()));
        }
        return lines;
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
    }
}
