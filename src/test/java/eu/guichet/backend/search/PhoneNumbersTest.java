package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.OfficeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
    private final PhoneNumbers phones = new PhoneNumbers();

    @ParameterizedTest
    @CsvSource({
        "+39 (0)332 78 30 30, +390332783030",
        "+39 0332 78 30 30, +390332783030",
        "0039 (0) 332/783030, +390332783030",
        "+39 347 123 45 67, +393471234567",
        "+39 (0)347 123 45 67, +393471234567",
        "+352 (0)621 123 456, +352621123456",
        "00352 ( 0 ) 621 123 456, +352621123456",
        "+352 (0)4301 36100, +352430136100",
        "+32 (0)470 12 34 56, +32470123456",
        "+33 (0)6 12 34 56 78, +33612345678",
        "+49 (0)30 123456, +4930123456",
        "+34 (0)612 345 678, +34612345678",
    })
    void the_bracketed_zero_is_dialled_only_where_the_country_keeps_it(String written, String meant) {
        assertThat(phones.meant(written, OfficeCode.BRU)).containsExactly(meant);
    }

    @Test
    void a_number_in_brackets_that_is_none_finds_none() {
        assertThat(phones.meant("+352 (0) 0 0 0 0 0", OfficeCode.LUX)).isEmpty();
    }
}
