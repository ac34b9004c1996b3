package eu.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import eu.guichet.contract.ContractJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The configuration of the commands, beside that of the tests. */
class LogFormatTest {
    private static final Path CONFIGURATION = Path.of("src", "main", "resources", "logback.xml");
    private static final Instant MOMENT = Instant.parse("2026-11-27T08:00:00.123Z");

    private final LoggerContext context = new LoggerContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    private String written(@Nullable String format, String message, @Nullable Throwable failure) throws JoranException {
        if (format != null) {
            context.putProperty("guichet.log.format", format);
        }
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(CONFIGURATION.toFile());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>)
                Objects.requireNonNull(root.iteratorForAppenders().next());
        Logger logger = context.getLogger("eu.guichet.backend.http.RequestPipeline");
        LoggingEvent event =
                new LoggingEvent("", logger, Level.WARN, message, failure, new Object[] {"a \"quoted\"\nword"});
        event.setInstant(MOMENT);
        event.setMDCPropertyMap(Map.of("correlation", "c0ffee", "caller", "agent"));
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void a_json_line_has_moment_level_logger_correlation_id_and_message() throws JoranException {
        String line = written("json", "it met {}", null);

        assertThat(line).endsWith("\n").containsOnlyOnce("\n");
        JsonNode json = ContractJson.mapper().readTree(line);
        assertThat(json.get("timestamp").asLong()).isEqualTo(MOMENT.toEpochMilli());
        assertThat(json.get("level").asString()).isEqualTo("WARN");
        assertThat(json.get("loggerName").asString()).isEqualTo("eu.guichet.backend.http.RequestPipeline");
        assertThat(json.get("mdc").get("correlation").asString()).isEqualTo("c0ffee");
        assertThat(json.get("formattedMessage").asString()).isEqualTo("it met a \"quoted\"\nword");
        assertThat(json.get("throwable").isNull()).isTrue();
    }

    @Test
    void a_failure_stands_in_the_same_line_with_its_cause() throws JoranException {
        String line =
                written("json", "failed", new IllegalStateException("outer", new IllegalArgumentException("in\ner")));

        assertThat(line).containsOnlyOnce("\n");
        JsonNode failure = ContractJson.mapper().readTree(line).get("throwable");
        assertThat(failure.get("className").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(failure.get("cause").get("message").asString()).isEqualTo("in\ner");
        assertThat(failure.get("stepArray")).isNotEmpty();
    }

    @Test
    void without_a_word_it_is_text_for_people() throws JoranException {
        assertThat(written(null, "it met {}", null))
                .contains("WARN", "[c0ffee agent]")
                .doesNotStartWith("{");
    }
}
