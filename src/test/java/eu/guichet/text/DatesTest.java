package eu.guichet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
    private static final LocalDate FIRST_OF_MAY = LocalDate.of(2027, 5, 1);

    @Test
    void the_first_of_the_month_is_written_as_each_language_writes_it() {
        assertThat(inEveryLanguage(FIRST_OF_MAY)).containsExactly("1er mai", "1 May", "1. Mai", "1º maggio");
        assertThat(Dates.in(Locale.FRENCH).dayAndYear(FIRST_OF_MAY)).isEqualTo("1er mai 2027");
        assertThat(Dates.in(Locale.FRENCH).shortDay(LocalDate.of(2026, 11, 1), TODAY))
                .isEqualTo("1er nov. 2026");
    }

    @Test
    void the_year_is_said_where_it_is_not_this_one() {
        Dates french = Dates.in(Locale.FRENCH);
        assertThat(french.day(LocalDate.of(2027, 11, 23), TODAY)).isEqualTo("23 novembre");
        assertThat(french.day(LocalDate.of(2026, 11, 23), TODAY)).isEqualTo("23 novembre 2026");
    }

    @Test
    void in_Italian_the_article_follows_the_day_inside_a_sentence() {
        Dates italian = Dates.in(Locale.ITALIAN);
        assertThat(List.of(1, 7, 8, 9, 11, 18))
                .extracting(day -> italian.definite(LocalDate.of(2027, 5, day), TODAY))
                .containsExactly(
                        "il 1º maggio", "il 7 maggio", "l’8 maggio", "il 9 maggio", "l’11 maggio", "il 18 maggio");
    }

    @Test
    void a_moment_of_today_is_told_by_its_hour_alone() {
        ZoneId zone = ZoneId.of("Europe/Brussels");
        var today = TODAY.atTime(LocalTime.of(9, 5)).atZone(zone);
        assertThat(Dates.in(Locale.FRENCH).at(today, TODAY)).isEqualTo("à 09:05");
        assertThat(Dates.in(Locale.GERMAN).at(today.plusDays(1), TODAY)).isEqualTo("am 13. März um 09:05 Uhr");
        assertThat(Dates.in(Locale.ITALIAN).at(today.minusDays(1), TODAY)).isEqualTo("l’11 marzo alle 09:05");
        assertThat(Dates.in(Locale.ENGLISH).at(today.minusDays(1), TODAY)).isEqualTo("on 11 March at 09:05");
        assertThat(Dates.in(Locale.FRENCH).full(today)).isEqualTo("vendredi 12 mars 2027, 09:05");
    }

    private static List<String> inEveryLanguage(LocalDate day) {
        return Languages.PENSIONER.stream()
                .map(language -> Dates.in(language).day(day, TODAY))
                .toList();
    }
}
