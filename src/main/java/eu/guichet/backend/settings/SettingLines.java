package eu.guichet.backend.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of the form {@code name = value}, and what of them means what. Every method throws {@link IllegalArgumentException}
 * with a sentence that names the line where its value cannot be used.
 */
public final class SettingLines {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");
    private static final int HIGHEST_PORT = 0xFFFF;

    private static final String FILE = "-file";

    private final Map<String, String> lines;
    private final Map<String, String> environment;

    public SettingLines(Map<String, String> lines) {
        this(lines, System.getenv());
    }

    /** @param environment where secrets may stand instead of in files */
    SettingLines(Map<String, String> lines, Map<String, String> environment) {
        this.lines = Map.copyOf(lines);
        this.environment = Map.copyOf(environment);
    }

    /** Empty where the line is missing or has no value. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(lines.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    /** A file. Empty where the line is missing or has no value. */
    public Optional<Path> path(String name) {
        return text(name).map(written -> {
            try {
                return Path.of(written);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(name + ": " + written + " is not a path", e);
            }
        });
    }

    public int port(String name, int usual) {
        return whole(name, usual, 1, HIGHEST_PORT);
    }

    public int whole(String name, int usual, int least, int most) {
        Optional<String> written = text(name);
        if (written.isEmpty()) {
            return usual;
        }
        try {
            int value = Integer.parseInt(written.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // the same sentence as for a number out of range
        }
        throw new IllegalArgumentException(name + ": a whole number from " + least + " to " + most + " is expected");
    }

    /** Written {@code 90s}, {@code 15m} or {@code 24h}. */
    public Duration time(String name, Duration usual) {
        Optional<String> written = text(name);
        if (written.isEmpty()) {
            return usual;
        }
        Matcher time = TIME.matcher(written.get());
        if (!time.matches()) {
            throw new IllegalArgumentException(name + ": a time is written 90s, 15m or 24h");
        }
        long count = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    /** One of the constants, written in small letters. */
    public <E extends Enum<E>> E choice(String name, E usual) {
        Optional<String> written = text(name);
        if (written.isEmpty()) {
            return usual;
        }
        E[] all = usual.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> word(one).equals(written.get()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + ": expected is one of "
                        + Arrays.stream(all).map(SettingLines::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    public boolean flag(String name, boolean usual) {
        return text(name)
                .map(written -> switch (written) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> throw new IllegalArgumentException(name + ": yes or no is expected");
                })
                .orElse(usual);
    }

    /**
     * The first line of the file that the line names, or the variable of the environment that is named as the secret, such as
     * {@code GUICHET_MAIL_PASSWORD} for {@code mail.password-file}: a secret stands in no settings file and on no command line.
     */
    public Optional<Secret> secretIn(String name) {
        return text(name)
                .map(file -> secret(name, file))
                .or(() -> Optional.ofNullable(environment.get(variable(name)))
                        .filter(value -> !value.isBlank())
                        .map(value -> new Secret(value.strip())));
    }

    static String variable(String name) {
        String bare = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
        return "GUICHET_" + bare.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Secret secret(String name, String file) {
        try {
            List<String> lines = Files.readAllLines(Path.of(file));
            if (lines.isEmpty() || lines.getFirst().isBlank()) {
                throw new IllegalArgumentException(name + ": " + file + " is empty");
            }
            return new Secret(lines.getFirst().strip());
        } catch (InvalidPathException | IOException e) {
            throw new IllegalArgumentException(name + ": " + file + " cannot be read", e);
        }
    }
}
