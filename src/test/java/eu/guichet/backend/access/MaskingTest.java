package eu.guichet.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class MaskingTest {
    @Test
    void an_email_shows_its_first_letter_and_its_provider() {
        assertThat(Masking.email("maria@gmail.com")).isEqualTo("m••••@gmail.com");
    }

    @Property
    void an_email_does_not_tell_how_long_its_name_is(@ForAll @LowerChars @StringLength(min = 2, max = 30) String name) {
        assertThat(Masking.email(name + "@post.example")).isEqualTo(name.charAt(0) + "••••@post.example");
    }

    @Test
    void an_email_whose_name_is_one_letter_shows_none_of_it() {
        assertThat(Masking.email("m@gmail.com")).isEqualTo("••••@gmail.com");
    }

    @Test
    void what_is_no_email_and_no_phone_shows_nothing() {
        assertThat(Masking.email("maria")).isEqualTo("••••");
        assertThat(Masking.phone("ask the daughter")).isEqualTo("••••");
        assertThat(Masking.phone("")).isEqualTo("••••");
    }

    @Test
    void a_phone_shows_its_country_and_its_last_two_digits_grouped_as_people_say_it() {
        assertThat(Masking.phone("+32470123434")).isEqualTo("+32 ••• •• •• 34");
        assertThat(Masking.phone("+352621123456")).isEqualTo("+352 ••• ••• •56");
        assertThat(Masking.phone("+390332783030")).startsWith("+39 ").endsWith("30");
    }

    @Property
    void of_a_phone_no_more_than_two_digits_are_shown_behind_its_country(
            @ForAll @NumericChars @StringLength(min = 3, max = 11) String national) {
        String shown = Masking.phone("+352" + national).replaceFirst("^\\+352", "");
        assertThat(shown.replaceAll("[^0-9]", "")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_number_of_four_digits_or_fewer_is_hidden_whole() {
        assertThat(Masking.pensionNumber("1234")).isEqualTo("••••");
        assertThat(Masking.pensionNumber("12345")).isEqualTo("•••45");
    }

    @Test
    void a_pension_number_shows_its_last_two_characters() {
        assertThat(Masking.pensionNumber("19440312045")).isEqualTo("•••••••••45");
    }

    @Test
    void a_place_shows_its_town_and_two_characters_of_the_postcode() {
        assertThat(Masking.place("1050", "Bruxelles")).isEqualTo("10•• Bruxelles");
        assertThat(Masking.place("L-1855", "Luxembourg")).isEqualTo("L-•••• Luxembourg");
        assertThat(Masking.place("SW1A 1AA", "London")).isEqualTo("SW•• ••• London");
    }

    @Test
    void of_a_short_postcode_no_more_than_half_is_shown() {
        assertThat(Masking.place("123", "Melrose")).isEqualTo("1•• Melrose");
        assertThat(Masking.place("9", "Melrose")).isEqualTo("• Melrose");
        assertThat(Masking.place("", "Melrose")).isEqualTo("Melrose");
    }
}
