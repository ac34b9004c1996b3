package eu.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.text.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the bundles to docs/words.md. */
class WordsTest {
    private static final Path WORDS = Path.of("docs/words.md");
    private static final Path NOT_USED = Path.of("src/test/resources/words/not-used.tsv");

    /** The rows of the table, in the order of its columns. */
    private static final List<Locale> COLUMNS = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.ITALIAN);

    private static final Pattern FRENCH_SPACE = Pattern.compile("\\S [;:?!»]|« ");

    /** What is counted, so that 0 and 1 need words of their own. */
    private static final Pattern COUNTED =
            Pattern.compile("\\{(\\w*(Minutes|Months|Days)|minutes|months|days|tries|triesLeft|count)}");

    private static final Pattern SERVICE =
            Pattern.compile("RCAM en ligne|(RCAM|GKFS|JSIS) online|webgate|My IntraComm|PMO Contact");

    private static final int LONGEST_SPOKEN = 15;
    private static final String SPOKEN = "backend/file/advice";

    private final List<Bundle> bundles;

    WordsTest() throws IOException {
        bundles = Bundle.all();
    }

    @Test
    void no_text_says_with_another_word_what_has_its_own() throws IOException {
        List<String> faults = new ArrayList<>();
        for (NotUsed word : notUsed()) {
            faults.addAll(found(word.pattern(), (bundle, _) -> bundle.language().equals(word.language()))
                    .map(text -> word.instead() + " is the word: " + text)
                    .toList());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_said_instead_stands_in_the_list_of_words() throws IOException {
        List<List<String>> rows = rows();
        assertThat(rows)
                .isNotEmpty()
                .allMatch(row ->
                        row.size() == Languages.PENSIONER.size() && row.stream().noneMatch(String::isBlank));
        assertThat(notUsed())
                .allMatch(word -> rows.stream()
                        .anyMatch(
                                row -> row.get(COLUMNS.indexOf(word.language())).equals(word.instead())));
    }

    @Test
    void French_has_no_plain_space_at_its_double_signs() {
        assertThat(found(
                        FRENCH_SPACE,
                        (bundle, key) -> bundle.language().equals(Locale.FRENCH) && !key.endsWith("-sms.text")))
                .isEmpty();
    }

    @Test
    void what_is_counted_has_words_for_one_and_for_many() {
        // a countdown shows its minutes with two digits, beside its hours
        assertThat(found(COUNTED, (_, key) -> !key.startsWith("countdown"))).isEmpty();
    }

    @Test
    void the_names_and_addresses_of_the_services_are_data() {
        assertThat(found(SERVICE, (_, _) -> true)).isEmpty();
    }

    @Test
    void a_spoken_sentence_is_short_enough_to_be_remembered() {
        List<String> tooLong = new ArrayList<>();
        texts((bundle, _) -> bundle.name().equals(SPOKEN)).forEach((key, text) -> {
            for (String sentence : spoken(text).split("[.?!:;](?=\\s|$)", -1)) {
                if (sentence.strip().split("[ ,]+", -1).length > LONGEST_SPOKEN) {
                    tooLong.add(key + ": " + sentence);
                }
            }
        });
        assertThat(tooLong).isEmpty();
    }

    private Stream<String> found(Pattern pattern, BiPredicate<Bundle, String> which) {
        return texts(which).entrySet().stream()
                .filter(text -> pattern.matcher(text.getValue()).find())
                .map(text -> text.getKey() + ": " + text.getValue());
    }

    /** A plural as one of its branches, an argument as a word. */
    private static String spoken(String text) {
        return text.replaceAll("\\{\\w+, plural,.*other \\{([^{}]*)}}", "$1")
                .replace('\u00a0', ' ')
                .replaceAll(" ([;:?!»])", "$1");
    }

    private Map<String, String> texts(BiPredicate<Bundle, String> which) {
        Map<String, String> texts = new TreeMap<>();
        for (Bundle bundle : bundles) {
            bundle.texts().forEach((key, text) -> {
                if (which.test(bundle, key)) {
                    texts.put(bundle + " " + key, text);
                }
            });
        }
        return texts;
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(WORDS).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| English"))
                .map(line ->
                        List.of(line.substring(2, line.length() - 2).strip().split(" \\| ", -1)))
                .toList();
    }

    private static List<NotUsed> notUsed() throws IOException {
        List<NotUsed> words = new ArrayList<>();
        for (String line : Files.readAllLines(NOT_USED)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = line.split("\t", -1);
                words.add(new NotUsed(Locale.of(columns[0]), Pattern.compile(columns[1]), columns[2]));
            }
        }
        return words;
    }

    private record NotUsed(Locale language, Pattern pattern, String instead) {}
}
