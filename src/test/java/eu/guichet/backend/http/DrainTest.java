package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.contract.Environment;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend that is told to stop: it sends callers elsewhere before it goes. */
class DrainTest {
    @TempDir
    Path folder;

    private final OkHttpClient http = new OkHttpClient();
    private int operations;
    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            operations = free.getLocalPort();
        }
        Path own = Files.writeString(
                folder.resolve("own.properties"),
                "operations.address = 127.0.0.1:" + operations + "\noperations.drain = 2s\n");
        Institution institution = Institution.read(own);
        backend = Backend.start(new BackendSettings(
                folder.resolve("store.db").toString(),
                institution.listen().onLoopback(0),
                true,
                0,
                OfficeCode.BRU,
                Environment.TRAINING,
                institution,
                InstantSource.system(),
                Duration.ZERO));
    }

    @AfterEach
    void stop() {
        backend.close();
        http.connectionPool().evictAll();
    }

    private Response get(String url, String accept) throws IOException {
        return http.newCall(new Request.Builder()
                        .url(url)
                        .header("Accept", accept)
                        .header("Authorization", "Bearer " + backend.tokens().get(Role.AGENT))
                        .build())
                .execute();
    }

    private int ready() throws IOException {
        try (Response response = get("http://127.0.0.1:" + operations + "/ready", "*/*")) {
            return response.code();
        }
    }

    private CompletableFuture<Void> draining() {
        return CompletableFuture.runAsync(() -> {
            try {
                backend.drain();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void a_backend_that_is_told_to_stop_says_so_and_answers_each_caller_once_more() throws Exception {
        try (Response before = get(backend.url() + "/v1/me", "application/json")) {
            assertThat(before.header("Connection")).isNotEqualTo("close");
        }
        CompletableFuture<Void> draining = draining();
        while (ready() == 200) {
            Thread.onSpinWait();
        }
        try (Response answered = get(backend.url() + "/v1/me", "application/json")) {
            assertThat(answered.code()).isEqualTo(200);
            assertThat(answered.header("Connection")).isEqualToIgnoringCase("close");
        }
        draining.get(30, TimeUnit.SECONDS);
        assertThat(ready()).isEqualTo(503);
    }

    @Test
    void a_call_that_was_under_way_before_is_answered_and_the_last_of_its_connection() throws Exception {
        byte[] rows =
                "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n"
                        .getBytes(UTF_8);
        try (Socket sending =
                new Socket(InetAddress.getLoopbackAddress(), backend.url().getPort())) {
            OutputStream out = sending.getOutputStream();
            out.write(
                    ("POST /v1/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nIdempotency-Key: a-november-night"
                                    + "\r\nAuthorization: Bearer "
                                    + backend.tokens().get(Role.REGISTER) + "\r\nContent-Length: "
                                    + rows.length + "\r\n\r\n")
                            .getBytes(UTF_8));
            out.write(rows, 0, rows.length / 2);
            out.flush();
            CompletableFuture<Void> draining = draining();
            while (ready() == 200) {
                Thread.onSpinWait();
            }
            out.write(rows, rows.length / 2, rows.length - rows.length / 2);
            String answer = new String(sending.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("\r\nConnection: close\r\n");
            draining.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoever_listens_is_let_go_before_the_backend_ends() throws Exception {
        try (Response stream = get(backend.url() + "/v1/events", "text/event-stream")) {
            assertThat(stream.body().source().readUtf8LineStrict()).startsWith(":");
            CompletableFuture<Void> draining = draining();

            assertThat(stream.body().source().readByteString().utf8()).isNotNull();
            draining.get(30, TimeUnit.SECONDS);
        }
    }
}
