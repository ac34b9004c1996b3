package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(
            strings = {"03/05/1944", "3.5.44", "3-5-1944", "3 5 44", "03051944", "030544", "1944-05-03", " 3. 5. 1944 "
            })
    void a_birth_date_is_read_as_people_in_the_three_offices_write_it(String typed) {
        assertThat(BirthDates.parse(typed, TODAY)).contains(LocalDate.of(1944, 5, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mai 44", "31/02/1944", "3/13/1944", "24/11/2026", "1/1/1800", "3.5", "٣/٥/١٩٤٤x"})
    void what_is_no_day_of_a_life_is_refused(String typed) {
        assertThat(BirthDates.parse(typed, TODAY)).isEmpty();
    }

    @Test
    void a_year_of_two_digits_is_of_this_century_only_for_somebody_who_could_not_be_alive_otherwise() {
        assertThat(BirthDates.parse("1.1.26", TODAY)).contains(LocalDate.of(1926, 1, 1));
        assertThat(BirthDates.parse("1.1.05", TODAY)).contains(LocalDate.of(2005, 1, 1));
    }
}
