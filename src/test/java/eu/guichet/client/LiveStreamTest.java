package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.GuichetClient.Connection;
import eu.guichet.client.GuichetClient.Subscription;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.LiveEvent.AlsoOpen;
import eu.guichet.contract.LiveEvent.FileChanged;
import eu.guichet.contract.ProblemType;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
    private static final String CHANGED =
            "event: file-changed\ndata: {\"type\":\"file-changed\",\"pensionerId\":\"p1\",\"etag\":\"\\\"8\\\"\"}\n\n";
    private static final String COLLEAGUE =
            "data: {\"type\":\"also-open\",\"pensionerId\":\"p1\",\"colleague\":\"A. B.\"}\n\n";
    private static final String OF_TOMORROW = "data: {\"type\":\"weather\",\"pensionerId\":\"p1\"}\n\n";

    private final BackendDouble backend = new BackendDouble();
    private final BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void what_changes_in_an_open_file_is_told() throws Exception {
        backend.answers(stream(CHANGED + COLLEAGUE), Answers.silence());
        try (Subscription _ = listen()) {
            assertThat(next(connections)).isEqualTo(Connection.CONNECTED);
            assertThat(next(events)).isEqualTo(new FileChanged("p1", "\"8\""));
            assertThat(next(events)).isEqualTo(new AlsoOpen("p1", "A. B."));
        }
        assertThat(backend.requests().getFirst().getHeaders().get("Accept")).isEqualTo("text/event-stream");
    }

    @Test
    void a_broken_stream_comes_back_and_says_that_views_must_be_read_anew() throws Exception {
        backend.answers(Answers.cutHalfway(stream(COLLEAGUE)), stream(CHANGED), Answers.silence());
        try (Subscription _ = listen()) {
            assertThat(next(connections)).isEqualTo(Connection.CONNECTED);
            assertThat(next(connections)).isEqualTo(Connection.RECONNECTING);
            assertThat(next(connections)).isEqualTo(Connection.CONNECTED);
            assertThat(next(events)).isEqualTo(new FileChanged("p1", "\"8\""));
        }
    }

    @Test
    void a_stream_that_ends_in_order_as_with_its_token_is_asked_for_again_before_anything_is_said() throws Exception {
        backend.answers(held(stream(CHANGED)), Answers.silence());
        try (Subscription _ = listen()) {
            assertThat(next(connections)).isEqualTo(Connection.CONNECTED);
            while (backend.server.getRequestCount() < 2) {
                Thread.onSpinWait();
            }
            assertThat(connections).isEmpty();
        }
    }

    @Test
    void once_it_stands_again_views_are_read_anew() throws Exception {
        backend.answers(held(stream(CHANGED)), stream(COLLEAGUE), Answers.silence());
        try (Subscription _ = listen()) {
            assertThat(next(connections)).isEqualTo(Connection.CONNECTED);
            assertThat(next(connections)).isEqualTo(Connection.RECONNECTING);
            assertThat(next(connections)).isEqualTo(Connection.CONNECTED);
        }
    }

    /** One whose answer begins at once and whose body ends after the first pause before a reconnect. */
    private static MockResponse held(MockResponse stream) {
        return stream.newBuilder().bodyDelay(100, TimeUnit.MILLISECONDS).build();
    }

    @Test
    void a_backend_that_is_away_for_long_is_said_to_be_so_once() throws Exception {
        backend.answers(
                Answers.lost(),
                Answers.problem(ProblemType.UNAVAILABLE),
                Answers.text(200, "text/html", "<html>"),
                stream(CHANGED),
                Answers.silence());
        try (Subscription _ = listen()) {
            assertThat(next(connections)).isEqualTo(Connection.RECONNECTING);
            assertThat(next(connections)).isEqualTo(Connection.CONNECTED);
        }
    }

    @Test
    void a_session_that_is_over_is_told_at_once_and_not_as_a_lost_connection() throws Exception {
        backend.answers(Answers.problem(ProblemType.NOT_SIGNED_IN), stream(CHANGED), Answers.silence());
        try (Subscription _ = listen()) {
            assertThat(next(connections)).isEqualTo(Connection.SIGNED_OUT);
            assertThat(next(connections)).isEqualTo(Connection.CONNECTED);
        }
    }

    @Test
    void a_role_without_live_events_is_told_so_and_not_as_a_lost_connection() throws Exception {
        backend.answers(Answers.problem(ProblemType.NOT_ALLOWED), Answers.silence());
        try (Subscription _ = listen()) {
            assertThat(next(connections)).isEqualTo(Connection.NOT_OFFERED);
        }
    }

    @Test
    void an_event_of_a_later_contract_is_passed_over() throws Exception {
        backend.answers(stream(OF_TOMORROW + "data: {\n\n" + CHANGED), Answers.silence());
        try (Subscription _ = listen()) {
            assertThat(next(events)).isEqualTo(new FileChanged("p1", "\"8\""));
        }
    }

    @Test
    void after_the_subscription_is_closed_nothing_more_is_told() throws Exception {
        backend.answers(Answers.silence(), stream(CHANGED));
        Subscription subscription = listen();
        backend.server.takeRequest();
        subscription.close();
        assertThat(connections.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    private Subscription listen() {
        return backend.client.listen(events::add, connections::add);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("nothing came within half a minute").isNotNull();
        return next;
    }

    private static MockResponse stream(String events) {
        return Answers.text(200, "text/event-stream", events);
    }
}
