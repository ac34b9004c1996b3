package eu.guichet.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Texts;
import java.time.Duration;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private final SimpleObjectProperty<Language> language = new SimpleObjectProperty<>(Language.FRENCH);
    private final Countdown countdown = new Countdown(new Texts(language, FlowTexts.BUNDLE));

    private String in(Duration wait) {
        return countdown.in(SampleFile.NOW.plus(wait), SampleFile.NOW);
    }

    @Test
    void less_than_an_hour_is_counted_by_the_second() {
        assertThat(in(Duration.ofSeconds(761))).isEqualTo("dans 12:41 min");
        assertThat(in(Duration.ofSeconds(59))).isEqualTo("dans 0:59 min");
    }

    @Test
    void while_one_still_has_to_wait_it_never_reads_zero() {
        assertThat(in(Duration.ofMillis(1))).isEqualTo("dans 0:01 min");
        assertThat(in(Duration.ZERO)).isEqualTo("maintenant");
        assertThat(in(Duration.ofSeconds(-5))).isEqualTo("maintenant");
    }

    @Test
    void longer_waits_are_told_in_hours_and_days_in_the_agents_language() {
        assertThat(in(Duration.ofMinutes(125))).isEqualTo("dans 2 h 05");
        assertThat(in(Duration.ofHours(24))).isEqualTo("dans 1 jour");
        assertThat(in(Duration.ofHours(49))).isEqualTo("dans 3 jours");
        language.set(Language.ENGLISH);
        assertThat(in(Duration.ofHours(49))).isEqualTo("in 3 days");
    }
}
