package eu.guichet.backend.http;

import eu.guichet.text.Languages;
import java.util.Locale;
import java.util.Optional;

/** In which of the languages an agent can work in a request is answered. */
final class AcceptLanguage {
    private static final int LONGEST = 200;

    private AcceptLanguage() {}

    /** French where the header is missing, asks for none of them or cannot be read. */
    static Locale of(Optional<String> acceptLanguage) {
        return acceptLanguage
                .filter(header -> header.length() <= LONGEST)
                .map(AcceptLanguage::best)
                .orElse(Locale.FRENCH);
    }

    private static Locale best(String header) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), Languages.AGENT);
            return best == null ? Locale.FRENCH : best;
        } catch (IllegalArgumentException e) {
            return Locale.FRENCH;
        }
    }
}
