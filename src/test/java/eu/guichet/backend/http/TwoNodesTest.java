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
import eu.guichet.contract.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private static LiveEvent.OfFile next(BufferedSource lines) throws IOException {
        while (true) {
            String line = lines.readUtf8LineStrict();
            if (line.startsWith("data:")) {
                LiveEvent event = ContractJson.mapper().readValue(line.substring("data:".length()), LiveEvent.class);
                if (event instanceof LiveEvent.OfFile ofFile) {
                    return ofFile;
                }
            }
        }
    }
}
