package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@OnBothStores
class LiveTest {
    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void an_agent_hears_of_the_file_that_is_open_until_the_message_is_delivered() throws IOException {
        Steps.open(agent, AT_THE_SMS);
        Steps.verify(agent, AT_THE_SMS);
        try (Stream stream = new Stream()) {
            assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
            LiveEvent.OfFile event = stream.next();
            while (!(event instanceof LiveEvent.MessageChanged changed
                    && changed.status() == MessageStatus.DELIVERED)) {
                assertThat(event.pensionerId()).isEqualTo(AT_THE_SMS);
                event = stream.next();
            }
        }
    }

    @Test
    void an_agent_hears_nothing_of_a_file_that_was_not_opened_or_long_ago() throws IOException {
        Steps.open(agent, AT_THE_SMS);
        backend.later(Duration.ofMinutes(31));
        Steps.open(agent, AT_THE_LETTER);
        try (Stream stream = new Stream()) {
            report("unheard", RunningBackend.NUMBER_AT_THE_SMS);
            report("heard", RunningBackend.NUMBER_AT_THE_LETTER);
            assertThat(stream.next().pensionerId()).isEqualTo(AT_THE_LETTER);
        }
    }

    @Test
    void an_agent_hears_that_a_colleague_has_the_same_file_open() throws IOException {
        Steps.open(agent, AT_THE_SMS);
        try (Stream stream = new Stream()) {
            Steps.open(backend.as(Role.LETTER_OFFICER), AT_THE_SMS);
            assertThat(stream.next()).isInstanceOfSatisfying(LiveEvent.AlsoOpen.class, also -> {
                assertThat(also.pensionerId()).isEqualTo(AT_THE_SMS);
                assertThat(also.colleague()).isEqualTo("J. V.");
                assertThat(also.office()).isNotNull();
                assertThat(also.since()).isNotNull();
            });
        }
    }

    @Test
    void the_file_opened_last_is_heard_of_for_as_long_as_the_stream_lasts() throws IOException {
        Steps.open(agent, AT_THE_SMS);
        try (Stream stream = new Stream()) {
            backend.later(Duration.ofHours(3));
            report("heard", RunningBackend.NUMBER_AT_THE_SMS);
            assertThat(stream.next().pensionerId()).isEqualTo(AT_THE_SMS);
        }
    }

    @Test
    void an_agent_hears_that_the_colleague_has_left_for_another_file() throws IOException {
        Steps.open(agent, AT_THE_SMS);
        try (Stream stream = new Stream()) {
            Caller colleague = backend.as(Role.LETTER_OFFICER);
            Steps.open(colleague, AT_THE_SMS);
            Steps.open(colleague, AT_THE_LETTER);
            assertThat(stream.next()).isInstanceOfSatisfying(LiveEvent.AlsoOpen.class, also -> {
                assertThat(also.pensionerId()).isEqualTo(AT_THE_SMS);
                assertThat(also.colleague()).isEqualTo("J. V.");
                assertThat(also.office()).isNotNull();
                assertThat(also.since()).isNotNull();
            });
            assertThat(stream.next()).isEqualTo(new LiveEvent.NobodyElse(AT_THE_SMS));
        }
    }

    @Test
    void an_agent_hears_which_lists_have_changed_and_of_nobody_who_stands_there() throws IOException {
        agent = backend.as(Role.SUPERVISOR);
        try (Stream stream = new Stream()) {
            report("unread", RunningBackend.NUMBER_AT_THE_SMS);
            LiveEvent event = stream.any();
            while (!(event instanceof LiveEvent.WorklistsChanged changed
                    && changed.lists().contains("stuck"))) {
                event = stream.any();
            }
            assertThat(event.toString()).doesNotContain(AT_THE_SMS);
        }
    }

    @Test
    void every_desk_hears_that_what_is_disturbed_has_changed() throws IOException {
        hearsOfANotice();
    }

    @Test
    void an_auditor_hears_of_a_notice_too() throws IOException {
        agent = backend.as(Role.AUDITOR);
        hearsOfANotice();
    }

    private void hearsOfANotice() throws IOException {
        try (Stream stream = new Stream()) {
            assertThat(backend.as(Role.SUPERVISOR)
                            .post(
                                    "/v1/notices",
                                    "{\"topic\":\"POST\",\"texts\":{\"fr\":\"Grève\"},\"since\":\"2026-11-23T07:10:00Z\","
                                            + "\"until\":\"2026-11-23T16:00:00Z\",\"closesResends\":false}",
                                    "Idempotency-Key",
                                    Steps.key())
                            .status())
                    .isEqualTo(201);
            assertThat(stream.butOfLists()).isEqualTo(new LiveEvent.NoticesChanged());
        }
    }

    @Test
    void every_desk_hears_that_an_office_keeps_other_hours_and_the_file_says_them() throws IOException {
        Caller supervisor = backend.as(Role.SUPERVISOR);
        OfficeCode own = supervisor.get("/v1/me").as(Me.class).office();
        backend.stores(tx -> {
            Pensioner before = tx.pensioners().find(AT_THE_SMS).orElseThrow();
            tx.pensioners().change(before.transferredTo(own));
        });
        Steps.open(agent, AT_THE_SMS);
        try (Stream stream = new Stream()) {
            String etag =
                    supervisor.get("/v1/offices/" + own).as(OfficeRecord.class).etag();
            assertThat(supervisor
                            .post(
                                    "/v1/offices/" + own + "/entries",
                                    "{\"from\":\"2026-11-23\",\"data\":{\"counterHours\":[],\"phoneHours\":["
                                            + "{\"day\":\"MONDAY\",\"from\":\"08:00\",\"to\":\"15:17\"}],"
                                            + "\"phoneNumbers\":[\"+32 2 555 01 02\"],\"closures\":[]}}",
                                    "If-Match",
                                    etag,
                                    "Idempotency-Key",
                                    Steps.key())
                            .status())
                    .isEqualTo(201);
            assertThat(stream.butOfLists()).isEqualTo(new LiveEvent.OfficesChanged());
            assertThat(requireNonNull(Steps.open(agent, AT_THE_SMS).rightOffice())
                            .toPensioner())
                    .anyMatch(sentence -> sentence.contains("15:17"));
        }
    }

    @Test
    void streams_end_when_the_backend_stops() throws IOException {
        try (Stream stream = new Stream()) {
            backend.close();
            assertThat(stream.ends()).isTrue();
        }
        backend = new RunningBackend(folder.resolve("another"));
    }

    private void report(String eventId, String number) {
        assertThat(backend.as(Role.PROCESS)
                        .post(
                                "/v1/process-events",
                                "{\"type\":\"sign-in-started\",\"eventId\":\"" + eventId + "\",\"pensionNumber\":\""
                                        + number + "\",\"occurredAt\":\"2026-11-23T08:00:00Z\"}")
                        .status())
                .isEqualTo(200);
    }

    /** The agent's stream, read line by line and held against the contract. */
    private final class Stream implements AutoCloseable {
        private final Response response;
        private final BufferedSource lines;

        Stream() throws IOException {
            response = Caller.http()
                    .newCall(agent.request("GET", "/v1/events", null, "Accept", "text/event-stream"))
                    .execute();
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.header("X-Correlation-Id")).isNotNull();
            lines = response.body().source();
            // The first comment says that the subscription stands.
            assertThat(lines.readUtf8LineStrict()).startsWith(":");
        }

        /** About a file. */
        LiveEvent.OfFile next() throws IOException {
            LiveEvent event = any();
            while (!(event instanceof LiveEvent.OfFile)) {
                event = any();
            }
            return (LiveEvent.OfFile) event;
        }

        /** Whom the samples put on which list may become known at any moment. */
        LiveEvent butOfLists() throws IOException {
            LiveEvent event = any();
            while (event instanceof LiveEvent.WorklistsChanged) {
                event = any();
            }
            return event;
        }

        LiveEvent any() throws IOException {
            String name = "";
            while (true) {
                String line = lines.readUtf8LineStrict();
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    JsonNode json = ContractJson.mapper()
                            .readTree(line.substring("data:".length()).getBytes(UTF_8));
                    backend.contract().judge("/components/schemas/LiveEvent", json);
                    assertThat(json.path("type").asString()).isEqualTo(name);
                    return ContractJson.mapper().treeToValue(json, LiveEvent.class);
                }
            }
        }

        boolean ends() throws IOException {
            while (!lines.exhausted()) {
                lines.readUtf8Line();
            }
            return true;
        }

        @Override
        public void close() {
            response.close();
        }
    }
}
