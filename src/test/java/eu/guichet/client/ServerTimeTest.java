package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTimeTest {
    private final BackendDouble backend = new BackendDouble();

    @AfterEach
    void close() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, -10})
    void a_backend_whose_clock_goes_otherwise_is_believed(int minutes) {
        Duration skew = Duration.ofMinutes(minutes);
        backend.answers(saying(skew, true));
        backend.client.me();
        assertThat(backend.client.ahead()).isBetween(skew.minusSeconds(2), skew.plusSeconds(2));
    }

    @Test
    void the_same_time_but_for_the_seconds_the_header_leaves_out_is_the_same() {
        backend.answers(saying(Duration.ZERO, true));
        backend.client.me();
        assertThat(backend.client.ahead()).isZero();
    }

    @Test
    void a_clock_that_was_put_right_is_believed_again() {
        backend.answers(saying(Duration.ofMinutes(10), true), saying(Duration.ZERO, true));
        backend.client.me();
        backend.client.me();
        assertThat(backend.client.ahead()).isZero();
    }

    @Test
    void what_does_not_come_from_the_backend_tells_no_time() {
        backend.answers(saying(Duration.ofMinutes(10), false));
        backend.client.me();
        assertThat(backend.client.ahead()).isZero();
    }

    private static MockResponse saying(Duration skew, boolean own) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(skew).atOffset(ZoneOffset.UTC));
        MockResponse.Builder answer = Answers.json(200, Answers.ME).newBuilder().addHeader("Date", date);
        if (own) {
            answer.addHeader("X-Correlation-Id", "c-1");
        }
        return answer.build();
    }
}
