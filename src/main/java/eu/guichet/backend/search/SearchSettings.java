package eu.guichet.backend.search;

import eu.guichet.backend.settings.SettingLines;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the index of names is kept.
 *
 * @param folder that this program alone writes into; null where the institution names none
 */
public record SearchSettings(@Nullable Path folder) {
    public static final SearchSettings STANDARD = new SearchSettings(null);
    private static final String FOLDER = "search.folder";

    public static boolean isLine(String name) {
        return name.equals(FOLDER);
    }

    /** @throws IllegalArgumentException where a line cannot be used */
    public static SearchSettings read(SettingLines lines) {
        return new SearchSettings(lines.path(FOLDER).orElse(null));
    }
}
