package eu.guichet.house;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One language of one bundle, as it is written.
 *
 * @param name without the language: {@code backend/file/advice}
 */
record Bundle(String name, Locale language, Map<String, String> texts) {
    private static final Path ROOT = Path.of("src/main/resources/eu/guichet");
    private static final Pattern FILE = Pattern.compile("(.+)_([a-z]{2})\\.properties");

    /** All of the program's. */
    static List<Bundle> all() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        try (var files = Files.walk(ROOT)) {
            for (Path file : files.sorted().toList()) {
                Matcher name = FILE.matcher(ROOT.relativize(file).toString().replace('\\', '/'));
                if (name.matches()) {
                    bundles.add(new Bundle(name.group(1), Locale.of(name.group(2)), load(file)));
                }
            }
        }
        return bundles;
    }

    private static Map<String, String> load(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        lines.stringPropertyNames().forEach(key -> texts.put(key, lines.getProperty(key)));
        return texts;
    }

    @Override
    public String toString() {
        return name + "_" + language;
    }
}
