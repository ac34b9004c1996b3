package eu.guichet.backend.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** Words beside a name that are said or left out as it comes, all in plain letters. */
final class SmallWords {
    private static final Properties WORDS = read();
    private static final Set<String> PARTICLES = words("particles");
    private static final Set<String> TITLES = words("titles");
    private static final Set<String> BEFORE_ANOTHER_NAME = words("before-another-name");
    private static final Set<String> LABELS = words("labels");
    private static final Set<String> SAINTS = words("saints");

    /** Those that are joined to the name behind them. */
    private static final List<String> JOINED_SAINTS = List.of("sainte", "saint", "sankt", "sint", "szent");

    private static final int SHORTEST_NAME = 3;
    static final String SAINT = "st";

    private SmallWords() {}

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream stream = Objects.requireNonNull(
                        SmallWords.class.getResourceAsStream("small-words.properties"), "small-words.properties");
                InputStreamReader text = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Set<String> words(String key) {
        return Set.of(Objects.requireNonNull(WORDS.getProperty(key), key).split(" +", -1));
    }

    /** Whether it is heard or not without a change of who is meant. */
    static boolean optional(String plain) {
        return PARTICLES.contains(plain) || TITLES.contains(plain) || LABELS.contains(plain) || SAINTS.contains(plain);
    }

    static boolean particle(String plain) {
        return PARTICLES.contains(plain);
    }

    static boolean beforeAnotherName(String plain) {
        return BEFORE_ANOTHER_NAME.contains(plain) && !PARTICLES.contains(plain);
    }

    static boolean label(String plain) {
        return LABELS.contains(plain);
    }

    static boolean saint(String plain) {
        return SAINTS.contains(plain);
    }

    /** {@code saintclair} as {@code stclair}; the word itself where no saint is in front. */
    static String withSaint(String plain) {
        for (String saint : JOINED_SAINTS) {
            if (plain.startsWith(saint) && plain.length() >= saint.length() + SHORTEST_NAME) {
                return SAINT + plain.substring(saint.length());
            }
        }
        return plain;
    }
}
