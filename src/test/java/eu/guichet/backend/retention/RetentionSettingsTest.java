package eu.guichet.backend.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.settings.SettingLines;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionSettingsTest {
    private static RetentionSettings read(Map<String, String> lines) {
        return RetentionSettings.read(new SettingLines(lines));
    }

    @Test
    void what_is_left_out_is_kept_as_usual() {
        assertThat(read(Map.of())).isEqualTo(RetentionSettings.STANDARD);
        RetentionSettings own = read(Map.of("retention.contacts", "10"));
        assertThat(own.contacts()).isEqualTo(Duration.ofDays(10));
        assertThat(own.messages()).isEqualTo(RetentionSettings.STANDARD.messages());
    }

    @ParameterizedTest
    @CsvSource({"retention.keys,0", "retention.reports,never", "retention.codes,-1", "retention.contacts,90d"})
    void a_line_that_is_no_number_of_days_is_named(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_key_does_not_outlive_the_message_it_answers_with() {
        assertThatThrownBy(() -> read(Map.of("retention.messages", "29")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retention.keys");
    }
}
