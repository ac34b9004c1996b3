package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static eu.guichet.backend.http.RunningBackend.NUMBER_AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.Office;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.contract.Role;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class TwoNodesTest {
    @TempDir
    Path folder;

    @Test
    void the_streams_of_one_node_hear_what_the_other_records() throws IOException {
        try (RunningBackend here = new RunningBackend(folder);
                Backend there = Backend.start(
                        BackendSettings.training(Stores.url(folder), 0).withClock(() -> RunningBackend.NINE_OCLOCK))) {
            Caller agent = new Caller(
                    there.url(), there.tokens().get(Role.AGENT), here.contract(), new ConcurrentLinkedQueue<>());
            String etag = Steps.open(agent, AT_THE_SMS).etag();
            try (Response stream = Caller.http()
                    .newCall(agent.request("GET", "/v1/events", null, "Accept", "text/event-stream"))
                    .execute()) {
                BufferedSource lines = stream.body().source();
                assertThat(lines.readUtf8LineStrict()).startsWith(":");
                assertThat(here.as(Role.PROCESS)
                                .post(
                                        "/v1/process-events",
                                        "{\"type\":\"sign-in-started\",\"eventId\":\"elsewhere\",\"pensionNumber\":\""
                                                + NUMBER_AT_THE_SMS
                                                + "\",\"occurredAt\":\"2026-11-23T08:00:00Z\"}")
                                .status())
                        .isEqualTo(200);
                LiveEvent.OfFile event = next(lines);
                assertThat(event).isInstanceOf(LiveEvent.FileChanged.class);
                assertThat(event.pensionerId()).isEqualTo(AT_THE_SMS);
                assertThat(((LiveEvent.FileChanged) event).etag()).isNotEqualTo(etag);
            }
        }
    }

    @Test
    void the_streams_of_one_node_hear_that_an_office_is_edited_at_the_other() throws IOException {
        try (RunningBackend here = new RunningBackend(folder);
                RunningBackend there = RunningBackend.again(folder, Map.of());
                Response stream = Caller.http()
                        .newCall(there.as(Role.AGENT).request("GET", "/v1/events", null, "Accept", "text/event-stream"))
                        .execute()) {
            BufferedSource lines = stream.body().source();
            assertThat(lines.readUtf8LineStrict()).startsWith(":");
            Caller supervisor = here.as(Role.SUPERVISOR);
            OfficeCode own = supervisor.get("/v1/me").as(Me.class).office();
            assertThat(supervisor
                            .post(
                                    "/v1/offices/" + own + "/entries",
                                    "{\"from\":\"2026-11-23\",\"data\":{\"counterHours\":[],\"phoneHours\":["
                                            + "{\"day\":\"MONDAY\",\"from\":\"08:00\",\"to\":\"15:17\"}],"
                                            + "\"phoneNumbers\":[\"+32 2 555 01 02\"],\"closures\":[]}}",
                                    "If-Match",
                                    supervisor
                                            .get("/v1/offices/" + own)
                                            .as(OfficeRecord.class)
                                            .etag(),
                                    "Idempotency-Key",
                                    Steps.key())
                            .status())
                    .isEqualTo(201);
            LiveEvent event = any(lines);
            while (!(event instanceof LiveEvent.OfficesChanged)) {
                event = any(lines);
            }
            assertThat(Arrays.stream(there.as(Role.AGENT).get("/v1/offices").as(Office[].class))
                            .filter(office -> office.code() == own)
                            .findFirst()
                            .orElseThrow()
                            .phoneNumbers())
                    .as("known there when it is told")
                    .containsExactly("+32 2 555 01 02");
        }
    }

    @Test
    void two_nodes_count_together_what_one_agent_asks_for() {
        Map<String, String> ten = Map.of("limits.searches", "10");
        try (RunningBackend here = new RunningBackend(folder, ten);
                RunningBackend there = RunningBackend.again(folder, ten)) {
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add((i % 2 == 0 ? here : there)
                        .as(Role.AGENT)
                        .post("/v1/search", "{\"query\":\"muller\"}")
                        .status());
            }
            assertThat(answers.subList(0, 10)).containsOnly(200);
            assertThat(answers.subList(10, 20)).containsOnly(429);
            assertThat(refusals(here, 10)).as("as one node sees it").isEqualTo(10);
            assertThat(refusals(there, 10)).as("and the other").isEqualTo(10);
        }
    }

    @Test
    void what_is_done_at_one_node_both_count_on_the_worklists() {
        try (RunningBackend here = new RunningBackend(folder);
                RunningBackend there = RunningBackend.again(folder, Map.of())) {
            WorklistCounts before = counts(here);
            assertThat(counts(there)).isEqualTo(before);
            assertThat(Steps.act(here.as(Role.AGENT), AT_THE_SMS, "freeze", "", "Idempotency-Key", Steps.key())
                            .status())
                    .isEqualTo(204);
            WorklistCounts after = counts(there);
            assertThat(after.of(Worklist.FROZEN)).isEqualTo(before.of(Worklist.FROZEN) + 1);
            assertThat(counts(here)).isEqualTo(after);
        }
    }

    private static WorklistCounts counts(RunningBackend node) {
        return node.as(Role.SUPERVISOR).get("/v1/worklists").as(WorklistCounts.class);
    }

    /** How often somebody was refused, once it is as often as is expected or some seconds are over. */
    private static int refusals(RunningBackend node, int expected) {
        int seen = 0;
        for (int looks = 0; looks < 200 && seen != expected; looks++) {
            ReachedLimit[] reached =
                    node.as(Role.SUPERVISOR).get("/v1/reached-limits").as(ReachedLimit[].class);
            seen = Arrays.stream(reached).mapToInt(ReachedLimit::lastHour).sum();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return seen;
    }

    private static LiveEvent.OfFile next(BufferedSource lines) throws IOException {
        while (true) {
            if (any(lines) instanceof LiveEvent.OfFile ofFile) {
                return ofFile;
            }
        }
    }

    private static LiveEvent any(BufferedSource lines) throws IOException {
        String line = lines.readUtf8LineStrict();
        while (!line.startsWith("data:")) {
            line = lines.readUtf8LineStrict();
        }
        return ContractJson.mapper().readValue(line.substring("data:".length()), LiveEvent.class);
    }
}
