package eu.guichet.backend.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.datafaker.Faker;

/**
 * First and last names of many countries that somebody else has collected: those of Datafaker (Apache licence 2.0), read from the
 * files of its archive as they are.
 */
final class NameLists {
    static final List<String> LANGUAGES = List.of(
            "de", "fr", "it", "nl", "pl", "el-GR", "bg", "cs-CZ", "sk", "hu", "es", "pt", "sv", "da-DK", "fi-FI",
            "ro-MD", "lv", "hr");

    private static final Pattern KEY =
            Pattern.compile("^ {4,8}(?:male_|female_|man_|woman_)?(first|last)_name: *(\\[.*)?$");
    private static final Pattern ITEM = Pattern.compile("^ *- *\"?([^\"#]+?)\"? *$");
    private static final Pattern BETWEEN = Pattern.compile(" *, *");

    private NameLists() {}

    /** Of one country. */
    record Names(String language, List<String> first, List<String> last) {
        Names {
            first = List.copyOf(first);
            last = List.copyOf(last);
        }
    }

    static List<Names> all() {
        return LANGUAGES.stream().map(NameLists::of).toList();
    }

    private static Names of(String language) {
        Map<String, List<String>> lists =
                new LinkedHashMap<>(Map.of("first", new ArrayList<>(), "last", new ArrayList<>()));
        try (InputStream file =
                        Objects.requireNonNull(Faker.class.getResourceAsStream("/" + language + ".yml"), language);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<String> current = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher key = KEY.matcher(line);
                Matcher item = ITEM.matcher(line);
                if (key.matches()) {
                    current = Objects.requireNonNull(lists.get(key.group(1)));
                    if (key.group(2) != null) {
                        String inside =
                                key.group(2).replaceAll("[\\[\\]\"']", "").strip();
                        BETWEEN.splitAsStream(inside).filter(NameLists::isName).forEach(current::add);
                        current = null;
                    }
                } else if (current != null && item.matches()) {
                    if (isName(item.group(1))) {
                        current.add(item.group(1));
                    }
                } else {
                    current = null;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Names(
                language, Objects.requireNonNull(lists.get("first")), Objects.requireNonNull(lists.get("last")));
    }

    private static boolean isName(String text) {
        return text.length() > 1
                && text.codePoints().allMatch(c -> Character.isLetter(c) || c == '\'' || c == ' ' || c == '-');
    }
}
