package eu.guichet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {
    @Test
    void an_agent_is_answered_in_French_or_English() {
        assertThat(Languages.agent(Locale.UK)).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.agent(Locale.of("fr", "BE"))).isEqualTo(Locale.FRENCH);
        assertThat(Languages.agent(Locale.GERMAN)).isEqualTo(Locale.FRENCH);
    }

    @Test
    void a_pensioner_is_spoken_to_in_the_first_of_the_languages_that_texts_exist_in() {
        assertThat(Languages.pensioner(List.of("pt-PT", "de-AT", "fr"))).isEqualTo(Locale.GERMAN);
        assertThat(Languages.pensioner(List.of("el"))).isEqualTo(Locale.ENGLISH);
        assertThat(Languages.pensioner(List.of())).isEqualTo(Locale.ENGLISH);
    }
}
