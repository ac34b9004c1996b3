package eu.guichet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextPatternTest {
    private static final String TRIES =
            "{name} : {tries, plural, =0 {plus aucun essai} one {un essai} other {# essais sur {most}}}";

    @Test
    void an_argument_stands_where_it_is_named() {
        assertThat(TextPattern.of("Letter {reference} was posted on {day}.", Locale.ENGLISH)
                        .with(Map.of("day", "1 May", "reference", "BRU-7")))
                .isEqualTo("Letter BRU-7 was posted on 1 May.");
    }

    @Test
    void none_one_and_many_each_have_their_own_words() {
        TextPattern tries = TextPattern.of(TRIES, Locale.FRENCH);
        assertThat(tries.with(Map.of("name", "A", "tries", 0, "most", 5))).isEqualTo("A : plus aucun essai");
        assertThat(tries.with(Map.of("name", "A", "tries", 1, "most", 5))).isEqualTo("A : un essai");
        assertThat(tries.with(Map.of("name", "A", "tries", 4, "most", 5))).isEqualTo("A : 4 essais sur 5");
    }

    @Test
    void an_argument_inside_a_plural_is_an_argument_too() {
        assertThat(TextPattern.of(TRIES, Locale.FRENCH).names()).containsExactlyInAnyOrder("name", "tries", "most");
    }

    @Test
    void an_apostrophe_is_an_apostrophe() {
        assertThat(TextPattern.of("H'h'mm", Locale.FRENCH).with(Map.of())).isEqualTo("H'h'mm");
        assertThat(TextPattern.of("l'{day}, dell'anno", Locale.ITALIAN).names()).isEmpty();
        assertThat(TextPattern.of("l’{day}, dell'anno", Locale.ITALIAN).with(Map.of("day", "8")))
                .isEqualTo("l’8, dell'anno");
    }

    @Test
    void arguments_without_a_name_and_broken_texts_are_refused() {
        assertThatThrownBy(() -> TextPattern.of("Letter {0}", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a name");
        assertThatThrownBy(() -> TextPattern.of("Letter {reference", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TextPattern.of("{n, plural, one {a try}}", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
