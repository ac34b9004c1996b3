package eu.guichet.backend.search;

import eu.guichet.backend.search.WhyFound.By;
import eu.guichet.backend.store.Pensioner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells for which word of a name somebody was found, word by word of what was typed. The index alone decides who is found; a word
 * that needs no explanation, or that was found in a way not told here (a town, an initial), has none.
 */
final class NameReasons {
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
    private static final int MOST_SLIPS = 2;

    private final List<Set<String>> asked;
    private final Set<String> together;

    NameReasons(NameQuery names) {
        this.asked = names.words().stream()
                .filter(word -> word.typed().length() > 1)
                .map(NameQuery.Word::spellings)
                .toList();
        this.together = names.together();
    }

    /** One word of a name on file. */
    private static final class Part {
        private final String written;
        private final String inSmallLetters;
        private @Nullable Set<String> spellings;

        private Part(String written) {
            this.written = written;
            inSmallLetters = written.toLowerCase(Locale.ROOT);
        }

        String written() {
            return written;
        }

        /** Made when they are asked for: most words are found as they are written. */
        Set<String> spellings() {
            if (spellings == null) {
                spellings = NameWords.indexed(written);
            }
            return spellings;
        }

        private boolean begins(Set<String> typed) {
            return typed.stream().anyMatch(inSmallLetters::startsWith)
                    || typed.stream().anyMatch(word -> spellings().stream().anyMatch(own -> own.startsWith(word)));
        }

        private boolean sounds(Set<String> typed) {
            Set<String> own = Set.copyOf(sounds(spellings().stream()));
            return sounds(typed.stream()).stream().anyMatch(own::contains);
        }

        private static List<String> sounds(Stream<String> words) {
            return words.flatMap(word -> Sound.of(word).stream()).distinct().toList();
        }
    }

    /** Each reason once, in the order in which the words were typed. */
    List<WhyFound> of(Pensioner person) {
        List<Part> called = Stream.concat(parts(person.lastName()), parts(person.firstName()))
                .toList();
        String birthName = person.birthName();
        List<Part> before = birthName == null ? List.of() : parts(birthName).toList();
        if (writtenTogether(person)) {
            return List.of();
        }
        List<WhyFound> why = new ArrayList<>();
        for (Set<String> typed : asked) {
            if (called.stream().noneMatch(part -> part.begins(typed))) {
                why(typed, called, before).ifPresent(why::add);
            }
        }
        return why.stream().distinct().toList();
    }

    private boolean writtenTogether(Pensioner person) {
        return !together.isEmpty()
                && asked.size() == 1
                && Stream.of(person.lastName() + person.firstName(), person.firstName() + person.lastName())
                        .anyMatch(whole -> new Part(whole).begins(together));
    }

    private Optional<WhyFound> why(Set<String> typed, List<Part> called, List<Part> before) {
        return first(before, By.BIRTH_NAME, part -> part.begins(typed))
                .or(() -> first(called, By.SHORT_FORM, part -> shortForm(typed, part)))
                .or(() -> first(called, By.SPELLED, part -> slipped(typed, part, 1)))
                .or(() -> first(called, By.HEARD, part -> part.sounds(typed)))
                .or(() -> first(called, By.SPELLED, part -> slipped(typed, part, MOST_SLIPS)))
                .or(() -> first(before, By.BIRTH_NAME, part -> slipped(typed, part, MOST_SLIPS) || part.sounds(typed)));
    }

    private interface Test {
        boolean holds(Part part);
    }

    private static Optional<WhyFound> first(List<Part> parts, By by, Test test) {
        return parts.stream().filter(test::holds).findFirst().map(part -> new WhyFound(by, part.written()));
    }

    private static boolean shortForm(Set<String> typed, Part part) {
        return typed.stream().flatMap(word -> Diminutives.full(word).stream()).anyMatch(part.spellings()::contains);
    }

    private static boolean slipped(Set<String> typed, Part part, int slips) {
        return typed.stream()
                .anyMatch(word -> part.spellings().stream().anyMatch(own -> Slip.between(word, own, slips) <= slips));
    }

    private static Stream<Part> parts(String name) {
        return BETWEEN.splitAsStream(name).filter(part -> !part.isBlank()).map(Part::new);
    }
}
