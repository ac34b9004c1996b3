package eu.guichet.desktop.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where this person's files of ours are: settings, log, and the training database. */
public final class UserFolder {
    /** System property that names the folder; {@code GUICHET_HOME} in the environment does the same. */
    public static final String PROPERTY = "guichet.home";

    private UserFolder() {}

    /** The folder of this machine's system; it may not exist yet. */
    public static Path find() {
        return find(System::getProperty, System::getenv);
    }

    static Path find(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String named = first(properties.apply(PROPERTY), environment.apply("GUICHET_HOME"));
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        Path home = Path.of(or(properties.apply("user.home"), "."));
        String system = or(properties.apply("os.name"), "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            // not the roaming profile, which is copied over the network at each sign-in: a database cannot live there
            String local = first(environment.apply("LOCALAPPDATA"), null);
            return (local == null ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Guichet");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Guichet");
        }
        String data = first(environment.apply("XDG_DATA_HOME"), null);
        return (data == null ? home.resolve(".local").resolve("share") : Path.of(data)).resolve("guichet");
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        if (one != null && !one.isBlank()) {
            return one;
        }
        return other != null && !other.isBlank() ? other : null;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
