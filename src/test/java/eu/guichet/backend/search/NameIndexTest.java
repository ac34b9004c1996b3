package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Pensioners.NamedPerson;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NameIndexTest {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzéèüöäßøæłñçőžαβγδελμπσъжюя";

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars(ALPHABET.toCharArray())
                .ofMinLength(4)
                .ofMaxLength(14)
                .filter(name -> shortest(name).length() >= 4);
    }

    private static String shortest(String name) {
        return Spelling.of(name).iterator().next();
    }

    private static List<String> find(String lastName, String query) {
        NameIndex index = new NameIndex();
        index.put(List.of(new NamedPerson("her", lastName, "Xenia", 1944)));
        return index.find(NameWords.asked(query), java.util.Set.of(query.split(" ")), NameIndex.ANY_YEAR, 20);
    }

    @Property
    void a_name_is_found_as_it_is_written(@ForAll("names") String name) {
        assertThat(find(name, name)).containsExactly("her");
    }

    @Property
    void a_name_is_found_in_plain_capitals(@ForAll("names") String name) {
        for (String spelling : Spelling.of(name)) {
            assertThat(spelling).matches("[a-z]+");
            assertThat(find(name, spelling.toUpperCase(java.util.Locale.ROOT))).containsExactly("her");
        }
    }

    @Property
    void a_name_is_found_by_every_beginning(
            @ForAll("names") String name, @ForAll @IntRange(min = 2, max = 14) int length) {
        String plain = shortest(name);
        assertThat(find(name, plain.substring(0, Math.min(length, plain.length()))))
                .containsExactly("her");
    }

    @Property
    void a_letter_left_out_is_forgiven(@ForAll("names") String name, @ForAll @IntRange(max = 13) int place) {
        String plain = shortest(name);
        int at = place % plain.length();
        assertThat(find(name, plain.substring(0, at) + plain.substring(at + 1))).containsExactly("her");
    }

    @Property
    void a_letter_too_many_is_forgiven(@ForAll("names") String name, @ForAll @IntRange(max = 13) int place) {
        String plain = shortest(name);
        int at = place % (plain.length() + 1);
        assertThat(find(name, plain.substring(0, at) + "q" + plain.substring(at)))
                .containsExactly("her");
    }

    @Property
    void a_wrong_letter_is_forgiven(@ForAll("names") String name, @ForAll @IntRange(max = 13) int place) {
        String plain = shortest(name);
        int at = place % plain.length();
        assertThat(find(name, plain.substring(0, at) + "q" + plain.substring(at + 1)))
                .containsExactly("her");
    }

    @Property
    void swapped_neighbours_are_forgiven(@ForAll("names") String name, @ForAll @IntRange(max = 13) int place) {
        String plain = shortest(name);
        int at = place % (plain.length() - 1);
        String swapped = plain.substring(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.substring(at + 2);
        assertThat(find(name, swapped)).containsExactly("her");
    }

    @Property
    void the_order_of_words_makes_no_difference(@ForAll("names") String name) {
        assertThat(find(name, "xenia " + name))
                .isEqualTo(find(name, name + " xenia"))
                .containsExactly("her");
    }

    @Example
    void a_new_phone_or_address_leaves_the_names_as_they_are() {
        NameIndex index = new NameIndex();
        index.put(List.of(new NamedPerson("her", "Müller", "Annelise", 1944)));
        index.put(List.of(new NamedPerson("her", "Müller", "Annelise", 1944)));
        assertThat(index.size()).isEqualTo(1);
        index.put(List.of(new NamedPerson("her", "Muller", "Annelise", 1944)));
        assertThat(index.size()).as("another spelling").isEqualTo(2);
        assertThat(index.find(NameWords.asked("muller"), java.util.Set.of("muller"), NameIndex.ANY_YEAR, 20))
                .containsExactly("her");
    }

    @Property
    void a_word_that_is_nowhere_in_the_name_finds_nobody(@ForAll("names") String name) {
        assertThat(find(name, name + " wwwwwwwwwwwwwww")).isEmpty();
    }
}
