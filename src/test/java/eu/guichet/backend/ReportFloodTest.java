package eu.guichet.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.limits.ReportLimit;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program or a gateway that reports without end. */
class ReportFloodTest {
    private static final String FIRST = "a-secret-of-the-first-gateway";
    private static final String SECOND = "a-secret-of-the-second-gateway";
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int MANY = 40;

    @TempDir
    Path folder;

    private final OkHttpClient http = new OkHttpClient();
    private final StandInProvider provider = new StandInProvider();
    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        String store = folder.resolve("g.db").toString();
        try (Database database = Database.open(store)) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                tx.pensioners().add(Stores.somebody("p1"));
            });
        }
        Path settings = Files.writeString(
                folder.resolve("institution.properties"),
                provider.lines() + "listen.reports = 1\nsms.sender = PMO\n" + gateway("sms.", FIRST)
                        + gateway("sms.second.", SECOND));
        backend = Backend.start(
                BackendSettings.production(store, Institution.read(settings)).withPort(0));
    }

    private String gateway(String lines, String secret) throws IOException {
        Path file = Files.writeString(folder.resolve(lines + "secret"), secret);
        return "%1$sgateway = http\n%1$surl = http://127.0.0.1:9/\n%1$sbody = {\"to\":\"{to}\",\"text\":\"{text}\"}\n%1$sreceipts-file = %2$s\n"
                .formatted(lines, file);
    }

    @AfterEach
    void stop() {
        backend.close();
        provider.close();
    }

    private record Answered(int status, String retryAfter) {}

    private Answered post(String path, String token, String body) throws IOException {
        Request request = new Request.Builder()
                .url(backend.url().resolve(path).toString())
                .header("Authorization", "Bearer " + token)
                .post(RequestBody.create(body.getBytes(UTF_8), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return new Answered(response.code(), response.header("Retry-After", ""));
        }
    }

    private String token(Map<String, Object> person) {
        return provider.signed(provider.claims(person).build());
    }

    private static void assertFlooded(List<Answered> answers, int taken) {
        assertThat(answers.subList(0, 10)).extracting(Answered::status).containsOnly(taken);
        assertThat(answers).extracting(Answered::status).containsOnly(taken, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .hasSizeGreaterThan(MANY / 2)
                .allSatisfy(answer ->
                        assertThat(Integer.parseInt(answer.retryAfter())).isPositive());
    }

    @Test
    void a_gateway_is_told_to_wait_and_nobody_else_is() throws IOException {
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(post("/v1/sms-receipts/first", FIRST, "{\"id\":\"" + i + "\",\"status\":\"DELIVRD\"}"));
        }
        assertFlooded(answers, 204);
        assertThat(post("/v1/sms-receipts/second", SECOND, "{\"id\":\"1\",\"status\":\"DELIVRD\"}")
                        .status())
                .isEqualTo(204);
        assertThat(post("/v1/search", token(provider.person), "{\"query\":\"mü\",\"limit\":5}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_program_is_told_to_wait_and_nobody_else_is() throws IOException {
        String rcam = token(StandInProvider.person("rcam", "RCAM", "guichet-process"));
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(post(
                    "/v1/process-events",
                    rcam,
                    "{\"type\":\"account-requested\",\"eventId\":\"e" + i
                            + "\",\"pensionNumber\":\"99999999\",\"occurredAt\":\"2026-01-05T09:00:00Z\"}"));
        }
        assertFlooded(answers, answers.getFirst().status());
        assertThat(answers.getFirst().status()).isNotEqualTo(429);
        String other = token(StandInProvider.person("post", "Post", "guichet-process"));
        assertThat(post("/v1/process-events", other, "{}").status()).isEqualTo(400);
        assertThat(post("/v1/search", token(provider.person), "{\"query\":\"mü\",\"limit\":5}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_was_used_comes_back_evenly_and_nothing_is_limited_where_the_figure_is_none() {
        Instant begin = Instant.parse("2026-11-23T08:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(begin);
        ReportLimit limit = new ReportLimit(2, now::get);
        for (int i = 0; i < 20; i++) {
            assertThat(limit.spend("rcam")).isNull();
        }
        assertThat(limit.spend("rcam")).isEqualTo(begin.plusMillis(500));
        assertThat(limit.spend("post")).isNull();
        now.set(begin.plusMillis(500));
        assertThat(limit.spend("rcam")).isNull();
        assertThat(limit.spend("rcam")).isNotNull();
        ReportLimit none = new ReportLimit(0, now::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(none.spend("rcam")).isNull();
        }
    }
}
