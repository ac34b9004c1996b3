package eu.guichet.backend.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SmsTextTest {
    @Test
    void a_text_of_the_GSM_alphabet_has_160_characters_a_part_and_153_where_there_are_several() {
        assertThat(SmsText.of("x".repeat(160)).parts()).hasSize(1);
        SmsText two = SmsText.of("x".repeat(161));
        assertThat(two.coding()).isEqualTo(SmsText.Coding.GSM7);
        assertThat(two.parts()).extracting(part -> part.length).containsExactly(153, 8);
    }

    @Test
    void any_other_character_makes_it_70_a_part_and_67_where_there_are_several() {
        SmsText text = SmsText.of("ê".repeat(71));
        assertThat(text.coding()).isEqualTo(SmsText.Coding.UCS2);
        assertThat(text.parts()).extracting(part -> part.length / 2).containsExactly(67, 4);
        assertThat(new String(text.parts().getLast(), StandardCharsets.UTF_16BE))
                .isEqualTo("êêêê");
        assertThat(SmsText.of("ê".repeat(70)).parts()).hasSize(1);
    }

    @Test
    void the_letters_have_the_numbers_of_the_standard() {
        assertThat(SmsText.of("@Aéü€{").parts().getFirst())
                .containsExactly(0x00, 0x41, 0x05, 0x7E, 0x1B, 0x65, 0x1B, 0x28);
    }

    @Test
    void typographic_signs_are_written_plainly_rather_than_making_the_message_longer() {
        SmsText text = SmsText.of("l\u2019\u00ABcode\u202F\u00BB");
        assertThat(text.coding()).as("there is no guillemet").isEqualTo(SmsText.Coding.UCS2);
        assertThat(SmsText.of("l\u2019code\u00A0\u2013 \u201Cx\u201D\u2026")
                        .parts()
                        .getFirst())
                .isEqualTo(SmsText.of("l'code - \"x\"...").parts().getFirst());
    }

    @Test
    void no_cut_goes_through_a_character() {
        assertThat(SmsText.of("x".repeat(152) + "€".repeat(10)).parts())
                .extracting(part -> part.length)
                .containsExactly(152, 20);
        assertThat(SmsText.of("ê".repeat(66) + "\uD83D\uDE00".repeat(3)).parts())
                .extracting(part -> part.length / 2)
                .containsExactly(66, 6);
    }
}
