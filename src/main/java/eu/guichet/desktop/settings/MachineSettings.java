package eu.guichet.desktop.settings;

import eu.guichet.client.Authority;
import eu.guichet.client.BackendAddress;
import eu.guichet.client.BackendAddressException;
import eu.guichet.desktop.settings.MachineFile.Value;
import eu.guichet.desktop.settings.MachineSettingsException.Fault;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.text.Keys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator has fixed for every person on this machine; each key is in {@code docs/desktop.properties}. What has no
 * value is not fixed: people choose it, or it is as the backend says.
 */
public final class MachineSettings {
    /** System property that names the file, for whoever tries one out. */
    public static final String PROPERTY = "guichet.machine-settings";

    /** Nothing is fixed. */
    public static final MachineSettings NONE = new MachineSettings(Path.of(""), Map.of());

    private static final Pattern TIME = Pattern.compile("(\\d{1,4})(s|m|h)");
    private static final Duration SHORTEST_VEIL = Duration.ofSeconds(30);

    private final Path file;
    private final Map<MachineKey, Value> values;
    private final @Nullable URI backend;
    private final @Nullable Authority authority;
    private final @Nullable SignIn signIn;
    private final @Nullable Language language;
    private final @Nullable Appearance appearance;
    private final @Nullable TextSize textSize;
    private final @Nullable Duration veilAtCounter;
    private final @Nullable Duration veilOnCall;

    /**
     * Where people sign in.
     *
     * @param client the id under which the provider knows this program
     */
    public record SignIn(URI issuer, String client) {}

    private MachineSettings(Path file, Map<MachineKey, Value> values) {
        this.file = file;
        this.values = new EnumMap<>(MachineKey.class);
        this.values.putAll(values);
        backend = read(MachineKey.BACKEND_URL, BackendAddress::of);
        authority = read(MachineKey.BACKEND_AUTHORITY, text -> Authority.read(Path.of(text)));
        signIn = readSignIn();
        language = read(MachineKey.LANGUAGE, MachineSettings::language);
        appearance = read(MachineKey.APPEARANCE, text -> constant(Appearance.values(), text));
        textSize = read(MachineKey.TEXT_SIZE, text -> constant(TextSize.values(), text));
        veilAtCounter = read(MachineKey.VEIL_COUNTER, MachineSettings::time);
        veilOnCall = read(MachineKey.VEIL_CALL, MachineSettings::time);
    }

    /**
     * Those of this machine; none where there is no file.
     *
     * @throws MachineSettingsException when a line cannot be used
     */
    public static MachineSettings ofThisMachine() {
        return read(file(System::getProperty, System::getenv));
    }

    /**
     * Those of a file; none where there is none.
     *
     * @throws MachineSettingsException when a line cannot be used
     */
    public static MachineSettings read(Path file) {
        return new MachineSettings(file, MachineFile.read(file));
    }

    static Path file(Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String named = properties.apply(PROPERTY);
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        String name = properties.apply("os.name");
        String system = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String data = environment.apply("ProgramData");
            return Path.of(data == null || data.isBlank() ? "C:\\ProgramData" : data)
                    .resolve("Guichet")
                    .resolve("guichet.properties");
        }
        return system.startsWith("mac")
                ? Path.of("/Library", "Application Support", "Guichet", "guichet.properties")
                : Path.of("/etc", "guichet", "desktop.properties");
    }

    public Set<MachineKey> fixed() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public boolean fixes(MachineKey key) {
        return values.containsKey(key);
    }

    /** As it stands in the file; empty where it is not fixed. */
    public String text(MachineKey key) {
        Value value = values.get(key);
        return value == null ? "" : value.text();
    }

    public @Nullable URI backend() {
        return backend;
    }

    public @Nullable Authority authority() {
        return authority;
    }

    public @Nullable SignIn signIn() {
        return signIn;
    }

    public @Nullable Language language() {
        return language;
    }

    public @Nullable Appearance appearance() {
        return appearance;
    }

    public @Nullable TextSize textSize() {
        return textSize;
    }

    /** After how long an untouched desk with a visitor hides what it shows, at the latest. */
    public @Nullable Duration veilAtCounter() {
        return veilAtCounter;
    }

    /** The same without a visitor. */
    public @Nullable Duration veilOnCall() {
        return veilOnCall;
    }

    /** The one printer of the desk; empty where people choose. */
    public String printer() {
        return text(MachineKey.PRINTING_PRINTER);
    }

    private @Nullable SignIn readSignIn() {
        URI issuer = read(MachineKey.SIGN_IN_ISSUER, BackendAddress::of);
        String client = text(MachineKey.SIGN_IN_CLIENT);
        if (issuer == null && client.isEmpty()) {
            return null;
        }
        if (issuer == null || client.isEmpty()) {
            throw fault(Fault.ALONE, issuer == null ? MachineKey.SIGN_IN_CLIENT : MachineKey.SIGN_IN_ISSUER, null);
        }
        return new SignIn(issuer, client);
    }

    private <T> @Nullable T read(MachineKey key, Function<String, T> meaning) {
        Value value = values.get(key);
        if (value == null) {
            return null;
        }
        try {
            return meaning.apply(value.text());
        } catch (BackendAddressException | IllegalArgumentException e) {
            throw fault(Fault.WRONG_VALUE, key, e);
        }
    }

    private MachineSettingsException fault(Fault fault, MachineKey key, @Nullable Throwable cause) {
        Value value = values.get(key);
        return new MachineSettingsException(fault, file, value == null ? 0 : value.line(), key.key(), cause);
    }

    private static Language language(String text) {
        return Arrays.stream(Language.values())
                .filter(language -> language.locale().getLanguage().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no language of the window"));
    }

    private static <E extends Enum<E>> E constant(E[] all, String text) {
        return Arrays.stream(all)
                .filter(one -> Keys.kebab(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("none of the words"));
    }

    private static Duration time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new IllegalArgumentException("a time is written 90s, 15m or 1h");
        }
        long count = Long.parseLong(time.group(1));
        Duration wanted = switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
        if (wanted.compareTo(SHORTEST_VEIL) < 0) {
            throw new IllegalArgumentException("nobody could work with so short a time");
        }
        return wanted;
    }
}
