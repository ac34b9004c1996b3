package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Contact;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What HEAD says of each call that can be read. */
class HeadTest {
    private static final String EVENTS = "/v1/events";
    private static final Set<String> OF_EACH_ANSWER = Set.of("date", "x-correlation-id");

    @TempDir
    Path folder;

    private RunningBackend backend;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void it_says_what_GET_would_for_every_call_and_role() {
        for (Role role : List.of(Role.AGENT, Role.SUPERVISOR, Role.AUDITOR)) {
            Caller caller = backend.as(role);
            String contact = role == Role.AUDITOR ? "none" : Steps.contact(caller, AT_THE_SMS, "counter");
            backend.contract().operations().stream()
                    .filter(call ->
                            call.method().equals("GET") && !call.template().equals(EVENTS))
                    .map(call -> call.template()
                            .replace("{id}", AT_THE_SMS)
                            .replace("{day}", "2026-11-23")
                            .replaceAll("\\{[a-z]+}", "TO_PRINT"))
                    .forEach(path -> {
                        Caller.Answered head = caller.head(path, Contact.HEADER, contact);
                        Caller.Answered whole = caller.get(path, Contact.HEADER, contact);
                        assertThat(head.body().size()).as(path).isZero();
                        assertThat(head.status()).as(path).isEqualTo(whole.status());
                        assertThat(said(head, path)).as(path).isEqualTo(said(whole, path));
                    });
        }
    }

    /** Its own look stands in the trail by then. */
    private static Set<String> said(Caller.Answered answer, String path) {
        Set<String> said = new TreeSet<>();
        answer.headers().forEach(header -> {
            String name = header.getFirst().toLowerCase(Locale.ROOT);
            boolean grows = path.equals("/v1/audit") && name.equals("content-length");
            if (!OF_EACH_ANSWER.contains(name)) {
                said.add(name + (grows ? "" : ": " + header.getSecond()));
            }
        });
        return said;
    }

    @Test
    void of_the_stream_of_events_it_says_no_length_and_the_connection_ends() throws IOException {
        String head = toTheEnd("HEAD " + EVENTS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + backend.token(Role.AGENT) + "\r\nAccept: text/event-stream\r\n\r\n");
        assertThat(head)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/event-stream", "Cache-Control: no-store", "Connection: close")
                .endsWith("\r\n\r\n")
                .doesNotContainIgnoringCase("Content-Length");
        assertThat(head.split("\r\n\r\n", -1)).as("a head and nothing after it").hasSize(2);
    }

    @Test
    void a_stream_that_is_not_for_this_one_is_refused_as_GET_is() {
        assertThat(backend.stranger(null).head(EVENTS).status()).isEqualTo(401);
        assertThat(backend.as(Role.AGENT).head(EVENTS, "Accept", "text/html").status())
                .isEqualTo(400);
    }

    @Test
    void what_is_too_broken_to_be_read_has_no_body_either() throws IOException {
        String answer = toTheEnd("HEAD /v1/me HTTP/1.1\r\nNo-Colon\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").endsWith("\r\n\r\n");
    }

    private String toTheEnd(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), backend.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
