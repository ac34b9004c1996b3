package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CodeShapeTest {
    private final Random random = new Random(7);

    @Test
    void a_confirmation_code_is_recognised_however_it_is_written() {
        for (int i = 0; i < 200; i++) {
            ConfirmationCode code = ConfirmationCode.draw(random);
            String bare = code.characters();
            for (String written : List.of(
                    code.printed(),
                    bare,
                    bare.toLowerCase(Locale.ROOT),
                    code.printed().replace('-', ' '),
                    code.printed().replace("-", " - "),
                    code.printed().replace('-', '.'),
                    bare.replaceAll("(..)", "$1 ").strip(),
                    bare.replaceAll("(.)", "$1 ").strip(),
                    bare.substring(0, 8) + " " + bare.substring(8),
                    code.printed().replace("-", "----"),
                    code.printed().chars().mapToObj(CodeShapeTest::fullWidth).collect(Collectors.joining()))) {
                assertThat(CodeShape.in(written)).as(written).isTrue();
                assertThat(CodeShape.in("elle a lu " + written + " au téléphone"))
                        .as(written)
                        .isTrue();
            }
        }
    }

    private static String fullWidth(int character) {
        return Character.toString(character == '-' ? character : character - '!' + '\uFF01');
    }

    @Test
    void a_code_is_recognised_with_words_between_its_groups_and_with_letters_of_another_alphabet() {
        assertThat(CodeShape.in("ddmw d3p6 und 8j8t xayw")).isTrue();
        assertThat(CodeShape.in("DDMW, puis D3P6 et encore 8J8T, enfin XAYW")).isTrue();
        assertThat(CodeShape.in("7Н4К2М9Х")).isTrue();
    }

    @Test
    void half_a_confirmation_code_is_recognised_though_only_one_of_its_groups_has_a_digit() {
        assertThat(CodeShape.in("DDMW D3P6")).isTrue();
        assertThat(CodeShape.in("ddmw d3p6")).isTrue();
    }

    @Test
    void a_code_without_a_digit_is_told_from_four_words_by_its_check_character() {
        String letters = "ABCDEFGHJKMNPQR";
        String code = letters + Base32.check(letters);
        if (code.chars().noneMatch(Character::isDigit)) {
            assertThat(CodeShape.in(code)).isTrue();
        }
        assertThat(CodeShape.in("elle sera hier avec")).isFalse();
    }

    @Test
    void a_challenge_or_sign_in_code_is_recognised() {
        for (String written : List.of("7KQ493VX", "le code 7kq493vxb", "7KQ4-93VX", "7KQ4 93VX", "7 K Q 4 9 3 V X")) {
            assertThat(CodeShape.in(written)).as(written).isTrue();
        }
    }

    @Test
    void the_greater_part_of_a_code_is_recognised_while_it_is_typed() {
        for (String written : List.of("7KQ4-93VX-2", "7KQ493VX2WB5", "7KQ4-93VX-2WB5-ZA")) {
            assertThat(CodeShape.in(written)).as(written).isTrue();
        }
    }

    @Test
    void what_an_agent_notes_passes() {
        String reference = LetterReference.draw(random).value();
        for (String note : List.of(
                "",
                "Rappeler demain à 14h30, de préférence au +32 2 297 68 88",
                "Lettre " + reference + " jamais arrivée",
                "Envoi RR473124829BE retourné le 12/03/2026",
                "Ticket IM0012345678 chez DIGIT",
                "Elle attend le facteur le 4 mai 2026, voir avec 2026",
                "Elle vient dans 4h30",
                "Elle est en zone C102",
                "her son will call back about the card he holds",
                "Enregistrements et anticonstitutionnellement")) {
            assertThat(CodeShape.in(note)).as(note).isFalse();
        }
    }
}
