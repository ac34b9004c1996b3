package eu.guichet.text;

import java.util.List;
import java.util.Locale;

/** The languages that texts exist in. Every bundle has one file for each language of those it speaks to. */
public final class Languages {
    /** Those an agent can work in; the first where the agent's own is not among them. */
    public static final List<Locale> AGENT = List.of(Locale.FRENCH, Locale.ENGLISH);

    /** Those a pensioner can be spoken and written to in. What is said, previewed, sent and printed agree by this. */
    public static final List<Locale> PENSIONER = List.of(Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN, Locale.ITALIAN);

    private Languages() {}

    /** @return the language of this locale without its region; French where no agent can work in it */
    public static Locale agent(Locale wanted) {
        Locale language = Locale.of(wanted.getLanguage());
        return AGENT.contains(language) ? language : AGENT.getFirst();
    }

    /**
     * @param tags the pensioner's languages, BCP 47, best first
     * @return the first of them that texts exist in, without its region; English where there is none
     */
    public static Locale pensioner(List<String> tags) {
        return tags.stream()
                .map(tag -> Locale.of(Locale.forLanguageTag(tag).getLanguage()))
                .filter(PENSIONER::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
