package eu.guichet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import eu.guichet.desktop.ui.Language;
import eu.guichet.text.Languages;
import eu.guichet.text.TextPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BundlesTest {
    private static final Set<String> EVERY_PLURAL = Set.of("one", "other");

    private final List<Bundle> bundles;

    BundlesTest() throws IOException {
        bundles = Bundle.all();
    }

    @Test
    void every_bundle_speaks_the_agents_languages_or_the_pensioners() {
        Map<String, Set<Locale>> languages = bundles.stream()
                .collect(Collectors.groupingBy(Bundle::name, Collectors.mapping(Bundle::language, Collectors.toSet())));
        assertThat(languages).isNotEmpty();
        assertThat(languages.values())
                .allSatisfy(spoken ->
                        assertThat(spoken).isIn(new HashSet<>(Languages.AGENT), new HashSet<>(Languages.PENSIONER)));
    }

    @Test
    void the_window_offers_exactly_the_languages_an_agent_can_work_in() {
        assertThat(Language.values())
                .extracting(language -> Languages.agent(language.locale()))
                .containsExactlyElementsOf(Languages.AGENT);
    }

    @Test
    void every_language_says_the_same_things() {
        List<String> faults = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Bundle french = french(bundle);
            for (String key : french.texts().keySet()) {
                if (!bundle.texts().containsKey(key)) {
                    faults.add(bundle + ": add " + key + " = " + french.texts().get(key));
                }
            }
            for (String key : bundle.texts().keySet()) {
                if (!french.texts().containsKey(key)) {
                    faults.add(bundle + ": " + key + " is not in the French bundle");
                }
            }
        }
        assertThat(faults).as("lines to add or mend").isEmpty();
    }

    @Test
    void every_sentence_is_well_formed_and_names_the_same_arguments_in_every_language() {
        List<String> faults = new ArrayList<>();
        for (Bundle bundle : bundles) {
            Bundle french = french(bundle);
            bundle.texts().forEach((key, text) -> {
                if (text.isBlank()) {
                    faults.add(bundle + ": " + key + " is empty");
                }
                Optional<Set<String>> names = names(text, bundle.language());
                if (names.isEmpty()) {
                    faults.add(bundle + ": " + key + " is not well formed or numbers its arguments");
                } else if (!names.equals(names(french.texts().getOrDefault(key, text), Locale.FRENCH))) {
                    faults.add(bundle + ": " + key + " has other arguments than the French one");
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_plural_has_words_for_one_and_for_the_others() {
        List<String> faults = new ArrayList<>();
        for (Bundle bundle : bundles) {
            bundle.texts().forEach((key, text) -> {
                for (Set<String> cases : plurals(text)) {
                    if (!cases.containsAll(EVERY_PLURAL)) {
                        faults.add(bundle + ": " + key + " has words for " + cases + " only");
                    }
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static Optional<Set<String>> names(String text, Locale language) {
        try {
            return Optional.of(TextPattern.of(text, language).names());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The cases of each plural in the text. */
    private static List<Set<String>> plurals(String text) {
        MessagePattern parts = new MessagePattern(ApostropheMode.DOUBLE_OPTIONAL).parse(text);
        List<Set<String>> plurals = new ArrayList<>();
        for (int at = 0; at < parts.countParts(); at++) {
            Part start = parts.getPart(at);
            if (start.getType() == Part.Type.ARG_START && start.getArgType() == ArgType.PLURAL) {
                Set<String> cases = new HashSet<>();
                for (int inside = at + 1; inside < parts.getLimitPartIndex(at); inside++) {
                    if (parts.getPartType(inside) == Part.Type.ARG_SELECTOR) {
                        cases.add(parts.getSubstring(parts.getPart(inside)));
                    }
                }
                plurals.add(cases);
            }
        }
        return plurals;
    }

    private Bundle french(Bundle of) {
        return bundles.stream()
                .filter(bundle ->
                        bundle.name().equals(of.name()) && bundle.language().equals(Locale.FRENCH))
                .findFirst()
                .orElseThrow(() -> new AssertionError(of + " has no French sibling"));
    }
}
