package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void dates_and_times_in_English_are_European() {
        Locale english = Language.ENGLISH.locale();
        assertThat(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .localizedBy(english)
                        .format(LocalDate.of(1944, 5, 3)))
                .isEqualTo("3 May 1944");
        assertThat(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .localizedBy(english)
                        .format(LocalTime.of(12, 15)))
                .isEqualTo("12:15");
    }

    @Test
    void the_language_of_a_machine_in_another_country_is_the_same_language() {
        assertThat(Language.of(Locale.US)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Locale.forLanguageTag("fr-LU"))).isEqualTo(Language.FRENCH);
        assertThat(Language.of(Locale.ITALIAN)).isEqualTo(Language.FRENCH);
    }
}
