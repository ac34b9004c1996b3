package eu.guichet.backend.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which of our languages an agent is answered. */
final class Languages {
    private static final List<Locale> OURS = List.of(Locale.FRENCH, Locale.ENGLISH);
    private static final int LONGEST = 200;

    private Languages() {}

    /** French where the header is missing, asks for none of ours or cannot be read. */
    static Locale of(Optional<String> acceptLanguage) {
        return acceptLanguage
                .filter(header -> header.length() <= LONGEST)
                .map(Languages::best)
                .orElse(Locale.FRENCH);
    }

    private static Locale best(String header) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), OURS);
            return best == null ? Locale.FRENCH : best;
        } catch (IllegalArgumentException e) {
            return Locale.FRENCH;
        }
    }
}
