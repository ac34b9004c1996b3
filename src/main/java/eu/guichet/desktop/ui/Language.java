package eu.guichet.desktop.ui;

import java.util.Arrays;
import java.util.Locale;

/** The languages the desktop speaks to the agent. */
public enum Language {
    FRENCH("fr", "Français"),
    /** As in Ireland: American dates would be misread here. */
    ENGLISH("en-IE", "English");

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /** What sentences, dates and numbers follow. */
    public Locale locale() {
        return locale;
    }

    /** The language's name in the language itself. */
    public String ownName() {
        return ownName;
    }

    /** The language of this locale; French where we do not speak it. */
    public static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(FRENCH);
    }
}
