package eu.guichet.typed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HQ 1001",
                "\u200eHQ 1001\u200f",
                "\ufeffHQ\u00a01001",
                "H\u00adQ\u202f1001\u200b",
                " HQ\t\t1001\r\n",
                "\uff28\uff31\u3000\uff11\uff10\uff10\uff11",
                "HQ \u0661\u0660\u0660\u0661"
            })
    void signs_that_nobody_sees_or_means_make_no_difference(String pasted) {
        assertThat(Typed.line(pasted)).isEqualTo("HQ 1001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RR\u00a0473-124.829\u2011BE", "rr473124829be", "RR 473\u2212124\u2013829 BE\u2060"})
    void a_number_is_the_same_however_it_is_grouped(String written) {
        assertThat(Typed.bare(written)).isEqualTo("RR473124829BE");
    }

    @Test
    void accents_are_composed_and_letters_of_other_alphabets_stay() {
        assertThat(Typed.line("Mu\u0308ller \u2019Oz\u00a0\ufb01n")).isEqualTo("Müller 'Oz fin");
        assertThat(Typed.line("Παπαδόπουλος Георгиев")).isEqualTo("Παπαδόπουλος Георгиев");
    }

    @Test
    void what_is_written_to_be_read_loses_the_marks_that_nobody_sees_and_nothing_else() {
        assertThat(Typed.words("L’opérateur\u202e répond\u00a0: «\u202fdemain\u202f»\u200b, 12\u201314\u00a0h"))
                .isEqualTo("L’opérateur répond\u00a0: «\u202fdemain\u202f», 12\u201314\u00a0h");
        assertThat(Typed.words("\u2067\u2069\u00ad\ufeff")).isEmpty();
        assertThat(Typed.words("𝐀 \ud83d\udcee")).isEqualTo("𝐀 \ud83d\udcee");
    }

    @Test
    void the_lines_of_an_address_stay_lines() {
        assertThat(Typed.lines("12 Test Street\r\n \r\nFlat\u00a03,  Rose House\u2028London"))
                .isEqualTo("12 Test Street\nFlat 3, Rose House\nLondon");
    }
}
