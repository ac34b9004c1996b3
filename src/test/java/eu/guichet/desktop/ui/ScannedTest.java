package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedTest {
    @ParameterizedTest
    @ValueSource(strings = {"G-7KQ4-93VX", "G7KQ493VX", "g-7kq4-93vx", "G)èKA')ç\"VX"})
    void a_letters_reference_is_read_on_every_layout(String typed) {
        assertThat(Scanned.of(typed)).isEqualTo(new Scanned.Letter("G-7KQ4-93VX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RR473124829BE", "RR 473 124 829 BE", "RR'è\"&é'_éçBE", "RR'è\"&é'!éçBE"})
    void an_S10_number_is_read_on_every_layout(String typed) {
        assertThat(Scanned.of(typed)).isEqualTo(new Scanned.Letter("RR473124829BE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4KQ7-93VX-7KQ4-93VX", "4KQ793VX7KQ493VX", "'KAèç\"VXèKA'ç\"VX"})
    void a_confirmation_code_is_known_by_its_shape(String typed) {
        assertThat(Scanned.of(typed)).isEqualTo(new Scanned.Code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"muller", "12345678", "lambert monique"})
    void anything_else_is_neither(String typed) {
        assertThat(Scanned.of(typed)).isEqualTo(new Scanned.Other());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elle lit 4KQ7-93VX-7KQ4-93VX sur sa lettre",
                "code 4kq793vx7kq493vx",
                "SMS : a7b9k2x4",
                "9 caractères : A7B9K2X41"
            })
    void a_code_in_a_line_of_the_agents_is_found(String line) {
        assertThat(Scanned.holdsCode(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rappelée à 10h, absente",
                "lettre G-7KQ4-93VX perdue",
                "recommandé RR473124829BE",
                "ticket IM-204518, 32 2 297 68 88",
                "a déménagé le 12/03/2026"
            })
    void what_agents_write_is_not_taken_for_a_code(String line) {
        assertThat(Scanned.holdsCode(line)).isFalse();
    }

    @Test
    void a_reference_without_a_digit_is_read_on_an_azerty_layout() {
        assertThat(Scanned.of("G)XFPC)RCYS")).isEqualTo(new Scanned.Letter("G-XFPC-RCYS"));
    }

    @Test
    void a_name_of_sixteen_letters_typed_fast_is_no_code() {
        assertThat(Scanned.of("willemsanne-marie")).isEqualTo(new Scanned.Other());
    }

    @Test
    void a_reference_without_its_G_can_be_searched_for() {
        assertThat(Scanned.holdsConfirmationCode("7KQ493VX")).isFalse();
    }
}
