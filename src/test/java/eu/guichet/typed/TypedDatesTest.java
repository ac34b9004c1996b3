package eu.guichet.typed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(
            strings = {"03/05/1944", "3.5.44", "3-5-1944", "3 5 44", "03051944", "030544", "1944-05-03", " 3. 5. 1944 "
            })
    void a_birth_date_is_read_as_people_in_the_three_offices_write_it(String typed) {
        assertThat(TypedDates.parse(typed, TODAY)).contains(LocalDate.of(1944, 5, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 mars 1944",
                "12 mars 44",
                "12 Mar 1944",
                "12th March 1944",
                "12. März 1944",
                "12 marzo 1944",
                "12-MARS-1944"
            })
    void a_month_may_be_typed_by_its_name_in_any_of_the_four_languages(String typed) {
        assertThat(TypedDates.parse(typed, TODAY)).contains(LocalDate.of(1944, 3, 12));
    }

    @Test
    void day_and_month_of_a_document_may_be_typed_by_name_and_a_beginning_of_two_months_is_none() {
        assertThat(TypedDates.parseDay("1er mars")).contains(MonthDay.of(3, 1));
        assertThat(TypedDates.parseDay("3 agosto")).contains(MonthDay.of(8, 3));
        assertThat(TypedDates.parseDay("3 jui")).isEmpty();
        assertThat(TypedDates.parseDay("3 juil.")).contains(MonthDay.of(7, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mai 44", "31/02/1944", "3/13/1944", "24/11/2026", "1/1/1800", "3.5", "٣/٥/١٩٤٤x"})
    void what_is_no_day_of_a_life_is_refused(String typed) {
        assertThat(TypedDates.parse(typed, TODAY)).isEmpty();
    }

    @Test
    void a_year_of_two_digits_is_of_this_century_only_for_somebody_who_could_not_be_alive_otherwise() {
        assertThat(TypedDates.parse("1.1.26", TODAY)).contains(LocalDate.of(1926, 1, 1));
        assertThat(TypedDates.parse("1.1.05", TODAY)).contains(LocalDate.of(2005, 1, 1));
    }
}
