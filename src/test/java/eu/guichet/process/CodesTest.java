package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CodesTest {
    @Property(tries = 200)
    void every_single_error_in_a_confirmation_code_is_caught(@ForAll long seed) {
        String code = drawn(seed).characters();
        for (int place = 0; place < code.length(); place++) {
            for (char other : Base32.SET.toCharArray()) {
                if (other != code.charAt(place)) {
                    String wrong = code.substring(0, place) + other + code.substring(place + 1);
                    assertThat(ConfirmationCode.read(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Property(tries = 200)
    void every_swap_of_neighbours_in_a_confirmation_code_is_caught(@ForAll long seed) {
        String code = drawn(seed).characters();
        for (int place = 0; place + 1 < code.length(); place++) {
            char left = code.charAt(place);
            char right = code.charAt(place + 1);
            if (left != right) {
                String wrong = code.substring(0, place) + right + left + code.substring(place + 2);
                assertThat(ConfirmationCode.read(wrong)).as(wrong).isEmpty();
            }
        }
    }

    @Property(tries = 200)
    void a_code_is_read_back_from_what_is_printed_in_any_case_and_with_the_usual_confusions(@ForAll long seed) {
        ConfirmationCode code = drawn(seed);
        String sloppy = code.printed()
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(ConfirmationCode.read(sloppy).map(ConfirmationCode::characters))
                .contains(code.characters());
    }

    @Test
    void a_confirmation_code_is_four_groups_of_four_without_I_L_O_U() {
        assertThat(ConfirmationCode.draw(new SecureRandom()).printed())
                .matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    }

    @Test
    void all_pairs_after_any_beginning_are_told_from_their_swap() {
        // With one character before them the check has passed through every inner state.
        for (char before : Base32.SET.toCharArray()) {
            for (char left : Base32.SET.toCharArray()) {
                for (char right : Base32.SET.toCharArray()) {
                    if (left != right) {
                        assertThat(Base32.check("" + before + left + right))
                                .isNotEqualTo(Base32.check("" + before + right + left));
                    }
                }
            }
        }
    }

    @Test
    void no_code_prints_itself() {
        ConfirmationCode letter = drawn(1);
        assertThat(letter.toString()).doesNotContain(letter.characters()).doesNotContain(letter.printed());
        ShortCode challenge = ShortCode.challenge(new Random(1));
        assertThat(challenge.toString()).doesNotContain(challenge.characters());
    }

    @Test
    void a_challenge_code_has_8_characters_and_a_sign_in_code_9() {
        assertThat(ShortCode.challenge(new Random(1)).characters()).hasSize(8);
        assertThat(ShortCode.signIn(new Random(1)).characters()).hasSize(9);
    }

    @Test
    void a_letter_reference_can_be_said_on_the_phone_with_or_without_its_G() {
        LetterReference reference = LetterReference.draw(new Random(7));
        String said = reference.value().substring(2).replace("-", " ").toLowerCase(Locale.ROOT);
        assertThat(LetterReference.parse(said)).contains(reference);
        assertThat(LetterReference.parse("g " + said)).contains(reference);
    }

    @Test
    void a_mistaken_letter_reference_is_told() {
        String value = LetterReference.draw(new Random(7)).value();
        char last = value.charAt(value.length() - 1);
        String wrong = value.substring(0, value.length() - 1) + (last == '7' ? '8' : '7');
        assertThat(LetterReference.parse(wrong)).isEmpty();
    }

    @Test
    void references_do_not_repeat() {
        Set<String> seen = new HashSet<>();
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(LetterReference.draw(random).value())).isTrue();
        }
    }

    private static ConfirmationCode drawn(long seed) {
        return ConfirmationCode.draw(new Random(seed));
    }
}
