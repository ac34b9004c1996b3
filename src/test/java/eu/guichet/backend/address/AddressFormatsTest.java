package eu.guichet.backend.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressFormatsTest {
    private static List<String> lines(String postcode, String town, String country) {
        return AddressFormats.lines(postcode, town, country);
    }

    @Test
    void town_and_postcode_stand_as_the_countrys_post_reads_them() {
        assertThat(lines("1000", "Bruxelles", "BE")).containsExactly("1000 Bruxelles");
        assertThat(lines("LV-1010", "Rīga", "LV")).containsExactly("Rīga, LV-1010");
        assertThat(lines("01001", "Kyiv", "UA")).containsExactly("Kyiv", "01001");
        assertThat(lines("1051", "Budapest", "HU")).containsExactly("Budapest", "1051");
        assertThat(lines("01310-100", "São Paulo", "BR")).containsExactly("São Paulo", "01310-100");
        assertThat(lines("SW1A 1AA", "London", "GB")).containsExactly("London", "SW1A 1AA");
        assertThat(lines("62701", "Springfield, IL", "US")).containsExactly("Springfield, IL 62701");
    }

    @Test
    void the_sign_of_a_country_stands_before_its_postcode_once() {
        assertThat(lines("2510", "Strassen", "LU")).containsExactly("L-2510 Strassen");
        assertThat(lines("L-2510", "Strassen", "LU")).containsExactly("L-2510 Strassen");
    }

    @Test
    void a_country_without_postcodes_shows_none() {
        assertThat(lines("", "Hong Kong", "HK")).containsExactly("Hong Kong");
        assertThat(AddressFormats.hasPostcodes("HK")).isFalse();
        assertThat(AddressFormats.hasPostcodes("AE")).isFalse();
        assertThat(AddressFormats.hasPostcodes("BE")).isTrue();
    }

    @Test
    void a_postcode_has_the_signs_of_its_country() {
        assertThat(Postcodes.possible("01067", "DE")).isTrue();
        assertThat(Postcodes.possible("1067", "DE")).isFalse();
        assertThat(Postcodes.possible("D-01067", "DE")).isTrue();
        assertThat(Postcodes.possible("1012 AB", "NL")).isTrue();
        assertThat(Postcodes.possible("1250-096", "PT")).isTrue();
        assertThat(Postcodes.possible("whatever", "ZZ")).isTrue();
    }
}
