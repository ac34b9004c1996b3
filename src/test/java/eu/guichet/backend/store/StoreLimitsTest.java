package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.settings.SettingLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreLimitsTest {
    private static StoreLimits read(Map<String, String> lines) {
        return StoreLimits.read(new SettingLines(lines));
    }

    @Test
    void the_example_says_every_line_with_its_default() throws IOException {
        Properties example = new Properties();
        example.load(Files.newBufferedReader(Path.of("docs", "institution.properties")));
        Map<String, String> lines = example.stringPropertyNames().stream()
                .filter(name -> name.startsWith("store."))
                .collect(Collectors.toMap(name -> name, example::getProperty));
        assertThat(lines)
                .hasSize(6)
                .allSatisfy((name, _) -> assertThat(StoreLimits.isLine(name)).isTrue());
        assertThat(read(lines)).isEqualTo(StoreLimits.STANDARD).isEqualTo(read(Map.of()));
    }

    @Test
    void each_line_counts() {
        assertThat(List.of("store.lock-timeout", "store.statement-timeout", "store.idle-timeout"))
                .allSatisfy(name -> assertThat(read(Map.of(name, "6s"))).isNotEqualTo(StoreLimits.STANDARD));
        StoreLimits own = read(Map.of("store.connection-timeout", "2s", "store.writers", "3", "store.readers", "4"));
        assertThat(own.connect()).isEqualTo(Duration.ofSeconds(2));
        PostgreSql engine = new PostgreSql("jdbc:postgresql://nowhere/guichet", own);
        assertThat(engine.writers().getMaximumPoolSize()).isEqualTo(3);
        assertThat(engine.readers().getMaximumPoolSize()).isEqualTo(4);
        assertThat(engine.readers().getConnectionTimeout()).isEqualTo(2000);
    }

    @ParameterizedTest
    @CsvSource({
        "store.writers, 0",
        "store.readers, many",
        "store.lock-timeout, 0s",
        "store.lock-timeout, 31s",
        "store.idle-timeout, 2h"
    })
    void a_line_that_cannot_be_used_is_named(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
