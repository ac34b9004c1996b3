package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.Test;

class KnownWordsTest {
    private static final String FIELD = "name";
    private static final int WORDS = 3_000;
    private static final int TYPED = 1_000;

    private final Random random = new Random(5);
    private final KnownWords known = new KnownWords(FIELD);

    /** Few letters, so that many words are near each other. */
    private String word(int shortest, int longest) {
        return random.ints(random.nextInt(shortest, longest + 1), 'a', 'e')
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    private void put(String word) {
        Document person = new Document();
        person.add(new StringField(FIELD, word, Field.Store.NO));
        known.put(person);
    }

    private Set<String> words() {
        Set<String> words =
                IntStream.range(0, WORDS).mapToObj(_ -> word(2, 10)).collect(Collectors.toUnmodifiableSet());
        int[] put = {0};
        words.forEach(word -> {
            put(word);
            if (++put[0] % 700 == 0) {
                known.show();
            }
        });
        known.show();
        return words;
    }

    /** By the table that every textbook has, letter by letter and without a short cut. */
    private static int[][] table(String typed, String word) {
        int[][] slips = new int[typed.length() + 1][word.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                boolean same = typed.charAt(i - 1) == word.charAt(j - 1);
                slips[i][j] =
                        Math.min(Math.min(slips[i - 1][j], slips[i][j - 1]) + 1, slips[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == word.charAt(j - 2)
                        && typed.charAt(i - 2) == word.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips;
    }

    private static int slips(String typed, String word) {
        return table(typed, word)[typed.length()][word.length()];
    }

    private static int slipsInBeginning(String typed, String word) {
        return Arrays.stream(table(typed, word)[typed.length()]).min().orElseThrow();
    }

    private static Set<String> those(Set<String> words, ToIntFunction<String> slips, IntPredicate wanted) {
        return words.stream()
                .filter(word -> wanted.test(slips.applyAsInt(word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void whatever_differs_by_one_or_two_slips_is_near_and_nothing_else() {
        Set<String> words = words();
        for (int time = 0; time < TYPED; time++) {
            String typed = word(3, 11);
            assertThat(known.oneSlip(typed))
                    .as(typed)
                    .isEqualTo(those(words, word -> slips(typed, word), slips -> slips == 1));
            if (typed.length() >= 6) {
                KnownWords.Far far = known.far(typed);
                assertThat(far.twoSlips())
                        .as(typed)
                        .isEqualTo(those(words, word -> slips(typed, word), slips -> slips == 2));
                assertThat(far.beginning())
                        .as(typed)
                        .isEqualTo(those(words, word -> slipsInBeginning(typed, word), slips -> slips == 1));
            }
        }
    }

    @Test
    void a_word_is_known_once_it_is_shown_and_so_are_its_beginnings() {
        put("martin");
        assertThat(known.contains("martin")).isFalse();
        known.show();
        put("martinez");
        assertThat(known.contains("martin")).isTrue();
        assertThat(known.contains("mart")).isFalse();
        assertThat(known.goesOn("mart")).isTrue();
        assertThat(known.goesOn("martin")).isFalse();
        known.show();
        assertThat(known.goesOn("martin")).isTrue();
        assertThat(known.goesOn("nartin")).isFalse();
    }

    @Test
    void between_two_words_more_slips_than_are_asked_for_are_not_counted() {
        assertThat(Slip.between("muller", "muller", 2)).isZero();
        assertThat(Slip.between("mulelr", "muller", 2)).isEqualTo(1);
        assertThat(Slip.between("miuler", "muller", 2)).isEqualTo(2);
        assertThat(Slip.between("rossi", "muller", 2)).isGreaterThan(2);
        assertThat(Slip.between("", "ab", 2)).isEqualTo(2);
        assertThat(Slip.between("müller", "muller", 2)).isEqualTo(1);
    }
}
