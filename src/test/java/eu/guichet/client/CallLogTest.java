package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class CallLogTest {
    @Test
    void a_log_line_has_the_call_and_nothing_of_the_person() {
        Logger logger = (Logger) LoggerFactory.getLogger("eu.guichet.client");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.TRACE);
        logger.addAppender(lines);
        try (BackendDouble backend = new BackendDouble()) {
            backend.answers(Answers.json(200, new SearchResult(List.of(), false)), Answers.json(200, Answers.MESSAGE));
            backend.client.search(new SearchRequest("müller@example.org", 20));
            backend.client.message("m-4711");
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(before);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .hasSize(2)
                .satisfiesExactly(
                        search -> assertThat(search).matches("[0-9a-f-]{36} POST v1/search 200 \\d+ ms"),
                        message -> assertThat(message).matches("[0-9a-f-]{36} GET v1/messages/\\{id} 200 \\d+ ms"));
    }
}
