package eu.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern FRENCH = Pattern.compile("(.+)_fr\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final List<String> OTHERS = List.of("en", "de", "it");

    @Test
    void every_language_says_the_same_things() throws IOException {
        List<String> faults = new ArrayList<>();
        List<Path> french = frenchBundles();
        assertThat(french).isNotEmpty();
        for (Path bundle : french) {
            Path english = sibling(bundle, "en");
            if (!Files.exists(english)) {
                faults.add(english + " is missing");
            }
            for (String language : OTHERS) {
                Path other = sibling(bundle, language);
                if (Files.exists(other)) {
                    compare(bundle, other, faults);
                }
            }
        }
        assertThat(faults).as("lines to add or mend").isEmpty();
    }

    @Test
    void every_sentence_can_be_formatted() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path bundle : allBundles()) {
            load(bundle).forEach((key, value) -> {
                String sentence = (String) value;
                if (sentence.isBlank()) {
                    faults.add(bundle + ": " + key + " is empty");
                }
                if (PLACEHOLDER.matcher(sentence).find() && sentence.matches(".*\\w'\\w.*")) {
                    if (new MessageFormat(sentence)
                            .format(new Object[12])
                            .chars()
                            .noneMatch(c -> c == '\'')) {
                        faults.add(bundle + ": " + key + " loses its apostrophe; write ’ or ''");
                    }
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static void compare(Path french, Path other, List<String> faults) throws IOException {
        Properties expected = load(french);
        Properties actual = load(other);
        for (String key : keys(expected)) {
            if (!actual.containsKey(key)) {
                faults.add(other + ": add " + key + " = " + expected.getProperty(key));
            } else if (!placeholders(expected.getProperty(key)).equals(placeholders(actual.getProperty(key)))) {
                faults.add(other + ": " + key + " has other placeholders than the French one");
            }
        }
        for (String key : keys(actual)) {
            if (!expected.containsKey(key)) {
                faults.add(other + ": " + key + " is not in the French bundle");
            }
        }
    }

    private static Set<String> keys(Properties bundle) {
        return new TreeSet<>(bundle.stringPropertyNames());
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> allBundles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches(".+_(fr|en|de|it)\\.properties"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> frenchBundles() throws IOException {
        return allBundles().stream()
                .filter(file -> FRENCH.matcher(file.getFileName().toString()).matches())
                .toList();
    }

    private static Path sibling(Path french, String language) {
        String name = french.getFileName().toString();
        return french.resolveSibling(name.replace("_fr.properties", "_" + language + ".properties"));
    }

    private static Properties load(Path file) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
