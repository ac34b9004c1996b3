package eu.guichet.backend.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class OperationsServerTest {
    @TempDir
    Path folder;

    private final Metrics metrics = new Metrics();
    private boolean searchable = true;
    private Database database;
    private OperationsServer server;

    @BeforeEach
    void start() {
        database = Database.open(Stores.url(folder));
        metrics.watch(database, InstantSource.system());
        metrics.watch(Map.of("outbox", () -> PeriodicTask.State.FAILING, "status", () -> PeriodicTask.State.UP));
        server = OperationsServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), database, () -> searchable, metrics);
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    private record Answered(int status, String body) {}

    private Answered get(String path) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) server.url().resolve(path).toURL().openConnection();
        int status = call.getResponseCode();
        try (var body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            return new Answered(status, body == null ? "" : new String(body.readAllBytes(), UTF_8));
        }
    }

    @Test
    void it_is_ready_once_names_can_be_searched_and_while_the_store_can_be_written_to() throws IOException {
        searchable = false;
        assertThat(get("/live").status()).isEqualTo(200);
        assertThat(get("/ready").status()).isEqualTo(503);
        searchable = true;
        assertThat(get("/ready").status()).isEqualTo(200);
        database.close();
        assertThat(get("/live").status()).isEqualTo(200);
        assertThat(get("/ready").status()).isEqualTo(503);
    }

    @Test
    void figures_are_told_before_it_is_ready_too_and_say_so() throws IOException {
        searchable = false;
        assertThat(get("/metrics").body()).contains("guichet_ready 0.0", "jvm_memory_used_bytes");
    }

    @Test
    void the_figures_are_told_as_prometheus_reads_them() throws IOException {
        metrics.answered("GET", "/v1/me", 200, 3_000_000);
        assertThat(get("/metrics").body())
                .contains("guichet_http_requests_seconds_count{method=\"GET\",path=\"/v1/me\",status=\"200\"} 1")
                .contains("guichet_ready 1.0")
                .contains("guichet_outbox_messages 0.0")
                .contains("guichet_outbox_oldest_seconds 0.0")
                .contains("guichet_periodic_task_up{task=\"outbox\"} 0.0")
                .contains("guichet_periodic_task_up{task=\"status\"} 1.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void nothing_else_is_told_there() throws IOException {
        assertThat(get("/v1/me").status()).isEqualTo(404);
    }
}
