package eu.guichet.backend.letter;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import eu.guichet.backend.address.AddressFormats;
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
    /** Parts of China with a post of their own, whose usual name is not the state's. */
    private static final Set<String> BY_THEIR_OWN_NAME = Set.of("HK", "MO");

    private AddressLines() {}

    static List<String> of(Recipient recipient, Posting from) {
        List<String> lines = new ArrayList<>();
        add(lines, recipient.name());
        recipient.lines().forEach(line -> add(lines, line));
        String city = recipient.city().strip();
        String postcode = recipient.postcode().strip();
        String country = recipient.country().strip().toUpperCase(Locale.ROOT);
        AddressFormats.lines(postcode, city, country).forEach(line -> add(lines, line));
        if (!country.equals(from.country())) {
            add(lines, name(country, from.language()).toUpperCase(from.language()));
        }
        return lines;
    }

    private static String name(String country, Locale language) {
        DisplayContext length =
                BY_THEIR_OWN_NAME.contains(country) ? DisplayContext.LENGTH_SHORT : DisplayContext.LENGTH_FULL;
        return LocaleDisplayNames.getInstance(ULocale.forLocale(language), length)
                .regionDisplayName(country);
    }

    private static void add(List<String> lines, String line) {
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
    }
}
