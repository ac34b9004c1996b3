package eu.guichet.process;

import java.util.List;
import java.util.Locale;

/** The languages a pensioner can be spoken and written to in. What is said, previewed, sent and printed agree by this. */
public final class PensionerLanguage {
    private static final List<String> OURS = List.of("fr", "en", "de", "it");

    private PensionerLanguage() {}

    /**
     * @param languages of the pensioner, BCP 47 tags, best first
     * @return the first of them that we have, without its region; English where we have none
     */
    public static Locale with(List<String> languages) {
        return languages.stream()
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(OURS::contains)
                .findFirst()
                .map(Locale::of)
                .orElse(Locale.ENGLISH);
    }
}
