package eu.guichet.desktop.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.TextSize;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings as they stand in the file. What is missing there takes its default. */
record SettingsJson(
        Language language,
        Appearance appearance,
        TextSize textSize,
        @Nullable WindowPlace window,
        String printer,
        @JsonProperty("backend.url") @Nullable URI backend) {
    static final SettingsJson DEFAULTS =
            new SettingsJson(Language.FRENCH, Appearance.SYSTEM, TextSize.NORMAL, null, "", null);

    SettingsJson(
            @Nullable Language language,
            @Nullable Appearance appearance,
            @Nullable TextSize textSize,
            @Nullable WindowPlace window,
            @Nullable String printer,
            @JsonProperty("backend.url") @Nullable URI backend) {
        this.language = language == null ? Language.FRENCH : language;
        this.appearance = appearance == null ? Appearance.SYSTEM : appearance;
        this.textSize = textSize == null ? TextSize.NORMAL : textSize;
        this.window = window;
        this.printer = printer == null ? "" : printer;
        this.backend = backend;
        if (backend != null && !isHttp(backend)) {
            throw new IllegalArgumentException("backend.url is neither http nor https");
        }
    }

    private static boolean isHttp(URI address) {
        String scheme = address.getScheme();
        return scheme != null
                && address.getHost() != null
                && (scheme.toLowerCase(Locale.ROOT).equals("http")
                        || scheme.toLowerCase(Locale.ROOT).equals("https"));
    }
}
