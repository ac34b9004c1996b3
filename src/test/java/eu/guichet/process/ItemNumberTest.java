package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ItemNumberTest {
    @Test
    void the_example_of_the_standard_has_check_digit_9() {
        assertThat(ItemNumber.checkDigit("47312482")).isEqualTo(9);
        assertThat(ItemNumber.of("RR", "47312482", "BE").value()).isEqualTo("RR473124829BE");
    }

    @Test
    void remainders_one_and_zero_give_check_digits_0_and_5() {
        // 8·1 + 6·2 + 3·1 = 23 = 1 (mod 11), and nothing at all = 0 (mod 11).
        assertThat(ItemNumber.checkDigit("12001000")).isEqualTo(0);
        assertThat(ItemNumber.checkDigit("00000000")).isEqualTo(5);
    }

    @Test
    void it_is_read_as_people_write_it() {
        assertThat(ItemNumber.parse("rr 473 124 829 be").map(ItemNumber::value)).contains("RR473124829BE");
        assertThat(ItemNumber.of("RR", "47312482", "BE").grouped()).isEqualTo("RR 473 124 829 BE");
    }

    @Test
    void every_single_wrong_digit_is_told() {
        String right = "RR473124829BE";
        for (int place = 2; place < 10; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != right.charAt(place)) {
                    String wrong = right.substring(0, place) + digit + right.substring(place + 1);
                    assertThat(ItemNumber.parse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @Test
    void what_is_no_item_number_is_refused_without_repeating_it() {
        assertThat(ItemNumber.parse("RR473124828BE")).isEmpty();
        assertThat(ItemNumber.parse("")).isEmpty();
        assertThatThrownBy(() -> new ItemNumber("Somebody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Somebody");
    }
}
