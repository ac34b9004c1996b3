package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class StrangerTest {
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
    void without_a_token_or_with_a_wrong_one_gets_nothing_but_the_contract_and_the_health() {
        for (Caller stranger : new Caller[] {backend.stranger(null), backend.stranger("wrong")}) {
            assertThat(stranger.get("/v1/me").problem()).isEqualTo("not-signed-in");
            assertThat(stranger.get("/v1/pensioners/" + AT_THE_SMS, "Guichet-Reason", "call")
                            .problem())
                    .isEqualTo("not-signed-in");
            assertThat(stranger.get("/openapi.json").status()).isEqualTo(200);
            assertThat(stranger.get("/health").status()).isEqualTo(200);
            assertThat(stranger.get("/health").json().path("delivery").asString())
                    .isEqualTo("UP");
        }
    }

    @Test
    void every_call_of_the_contract_but_the_open_ones_asks_for_sign_in() {
        for (Contract.Operation call : backend.contract().operations()) {
            boolean open = Set.of("/health", "/openapi.json", "/v1/sign-in").contains(call.template());
            String body = call.method().equals("GET") ? null : "{}";
            assertThat(backend.stranger(null)
                            .call(call.method(), call.template().replace("{id}", AT_THE_SMS), body)
                            .status())
                    .as("%s", call)
                    .isEqualTo(open ? 200 : 401);
        }
    }

    @Test
    void an_unknown_path_an_unknown_id_and_an_unknown_method_are_told_apart() {
        assertThat(agent.get("/v1/nothing").status()).isEqualTo(404);
        assertThat(agent.get("/v1/messages/11111111-dead").problem()).isEqualTo("not-found");
        assertThat(agent.get("/v1/search").header("Allow")).isEqualTo("POST");
        assertThat(agent.call("DELETE", "/v1/pensioners/" + AT_THE_SMS, null).problem())
                .isEqualTo("method-not-allowed");
    }

    @Test
    void bad_json_is_told_by_its_place_and_never_by_its_value() {
        Caller.Answered unknown =
                agent.post("/v1/search", "{\"query\":\"muller\",\"limit\":5,\"secret\":\"70010001\"}");
        assertThat(unknown.json().at("/fields/0/field").asString()).isEqualTo("$.secret");
        Caller.Answered wrong = agent.post("/v1/search", "{\"query\":\"muller\",\"limit\":\"geheim\"}");
        assertThat(wrong.json().at("/fields/0/field").asString()).isEqualTo("$.limit");
        Caller.Answered number = agent.post("/v1/search", "{\"query\":471147114711,\"limit\":5}");
        assertThat(number.json().at("/fields/0/field").asString()).isEqualTo("$.query");
        for (String broken :
                new String[] {"{\"query\":", "[]", "null", "{}{}", "", "{\"query\":\"a\",\"query\":\"b\"}"}) {
            assertThat(agent.post("/v1/search", broken).problem()).as(broken).isEqualTo("invalid-request");
        }
        assertThat(agent.post(
                                "/v1/pensioners/" + AT_THE_SMS + "/messages",
                                "{\"kind\":1}",
                                "Idempotency-Key",
                                Steps.key())
                        .problem())
                .as("an enum is no number")
                .isEqualTo("invalid-request");
        assertThat(unknown.body().utf8() + wrong.body().utf8() + number.body().utf8())
                .doesNotContain("70010001", "geheim", "471147114711");
    }

    @Test
    void only_json_is_taken_and_not_too_much_of_it() {
        RequestBody form = RequestBody.create("query=muller".getBytes(UTF_8), MediaType.get("text/plain"));
        assertThat(agent.call("POST", "/v1/search", form, null).problem()).isEqualTo("unsupported-media-type");
        String large = "{\"query\":\"" + "x".repeat(70_000) + "\",\"limit\":5}";
        assertThat(agent.post("/v1/search", large).problem()).isEqualTo("request-too-large");
    }

    @Test
    void a_body_of_three_megabytes_is_too_large_and_is_told_so() {
        String large = "{\"query\":\"" + "x".repeat(3_000_000) + "\",\"limit\":5}";
        for (Caller caller : new Caller[] {agent, backend.as(Role.LETTER_OFFICER)}) {
            Caller.Answered refused = caller.post("/v1/search", large);
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.json().path("detail").asString()).contains("trop grande");
        }
        assertThat(agent.get("/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_body_that_is_not_even_read_is_too_large_as_well() throws IOException {
        assertThat(raw(head("POST /v1/search HTTP/1.1", "Content-Type: application/json", "Content-Length: 99999999")))
                .startsWith("HTTP/1.1 413")
                .contains("request-too-large");
    }

    @Test
    void a_search_that_says_no_limit_has_the_usual_one_and_one_out_of_range_is_told_so() {
        assertThat(agent.post("/v1/search", "{\"query\":\"muller\"}").status()).isEqualTo(200);
        assertThat(agent.post("/v1/search", "{\"query\":\"muller\",\"limit\":0}", "Accept-Language", "en")
                        .json()
                        .at("/fields/0/fault")
                        .asString())
                .isEqualTo("is out of range");
    }

    @Test
    void whoever_asks_for_the_connection_to_be_closed_gets_the_whole_answer_and_then_its_end() throws IOException {
        assertThat(toTheEnd(head("GET /health HTTP/1.1", "Connection: close")))
                .startsWith("HTTP/1.1 200")
                .contains("Connection: close")
                .endsWith("{\"delivery\":\"UP\",\"status\":\"UP\"}");
        String unread = head(
                "POST /v1/search HTTP/1.1",
                "Connection: close",
                "Content-Type: application/json",
                "Content-Length: 18");
        assertThat(toTheEnd(unread + "{\"query\":\"muller\"}"))
                .as("a body that nobody read")
                .startsWith("HTTP/1.1 401")
                .contains("not-signed-in");
    }

    @Test
    void a_page_of_another_origin_or_under_another_name_is_refused() throws IOException {
        assertThat(agent.get("/v1/me", "Origin", "https://evil.example").problem())
                .isEqualTo("foreign-origin");
        assertThat(agent.get("/v1/nothing", "Origin", "null").problem()).isEqualTo("foreign-origin");
        assertThat(agent.get("/v1/me", "Origin", "http://127.0.0.1:" + backend.port())
                        .status())
                .isEqualTo(200);
        assertThat(raw("GET /v1/me HTTP/1.1\r\nHost: evil.example:" + backend.port() + "\r\nAuthorization: Bearer "
                        + backend.token(Role.AGENT) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("Host ou Origin désigne une autre adresse")
                .doesNotContain("Votre rôle");
    }

    @Test
    void what_is_no_http_at_all_is_answered_in_the_contracts_form() throws IOException {
        assertThat(raw("GARBAGE\r\n\r\n")).contains("HTTP/1.1 400", "application/problem+json");
    }

    @Test
    void the_correlation_id_comes_back_unless_it_could_forge_a_log_line() throws IOException {
        assertThat(agent.get("/v1/me", "X-Correlation-Id", "4711-beef-a").header("X-Correlation-Id"))
                .isEqualTo("4711-beef-a");
        assertThat(raw("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Correlation-Id: forged 4711 line\r\n\r\n"))
                .contains("X-Correlation-Id: ")
                .doesNotContain("forged");
        for (String written : List.of("DDMW-D3P6-8J8T-XAYW", "MUELLER-ANNELISE-1944")) {
            assertThat(agent.get("/v1/me", "X-Correlation-Id", written).header("X-Correlation-Id"))
                    .isNotEqualTo(written);
        }
    }

    @Test
    void a_header_that_cannot_be_read_is_the_callers_mistake() throws IOException {
        String token = "Authorization: Bearer " + backend.token(Role.AGENT) + "\r\n";
        for (String type : List.of("application/json;", "/", "", ";", "application", "application/json;charset=\"")) {
            assertThat(raw("POST /v1/search HTTP/1.1\r\nHost: localhost\r\n" + token + "Content-Type: " + type
                            + "\r\nContent-Length: 2\r\n\r\n{}"))
                    .as(type)
                    .matches("(?s)HTTP/1.1 (400|415) .*");
        }
        assertThat(raw("POST /v1/search HTTP/1.1\r\nHost: localhost\r\n" + token
                        + "Content-Type: application/json;charset=UTF-16\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 415");
        for (String accept : List.of("/", ";", "text")) {
            assertThat(raw("GET /v1/events HTTP/1.1\r\nHost: localhost\r\n" + token + "Accept: " + accept + "\r\n\r\n"))
                    .as(accept)
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(agent.get("/v1/audit?on=-999999999-01-01").status()).isEqualTo(403);
        assertThat(backend.as(Role.AUDITOR).get("/v1/audit?on=-999999999-01-01").status())
                .isEqualTo(400);
    }

    @Test
    void a_body_that_is_framed_wrongly_is_refused_and_the_connection_ends() throws IOException {
        String head = "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + backend.token(Role.AGENT)
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (String chunks : List.of("zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "2;a=b\r\n{}\r\n0\r\n\r\n")) {
            assertThat(toTheEnd(head + chunks)).as(chunks).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void the_form_of_a_request_for_proxies_is_refused_whatever_host_it_names() throws IOException {
        assertThat(raw("GET http://evil.example/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void what_can_be_read_can_be_asked_for_without_its_body_and_the_allowed_methods_say_so() throws IOException {
        for (String path : List.of("/health", "/v1/me", "/v1/events", "/openapi.json")) {
            Caller.Answered head = agent.call("HEAD", path, null);
            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.body().size()).as(path).isZero();
        }
        assertThat(agent.call("HEAD", "/health", null).header("Content-Length"))
                .isEqualTo(agent.get("/health").header("Content-Length"));
        assertThat(agent.call("DELETE", "/v1/me", null).header("Allow")).isEqualTo("GET, HEAD");
        assertThat(agent.call("HEAD", "/v1/search", null).status()).isEqualTo(405);
        assertThat(raw(head("OPTIONS * HTTP/1.1"))).startsWith("HTTP/1.1 404");
    }

    @Test
    void a_method_or_a_path_that_is_none_is_the_callers_mistake() throws IOException {
        for (String line : List.of(
                "G\u00cbT /v1/me HTTP/1.1",
                "\\POST /v1/search HTTP/1.1",
                "GET\t /v1/me HTTP/1.1",
                "CONNECT evil.example:443 HTTP/1.1")) {
            assertThat(raw(head(line))).as(line).startsWith("HTTP/1.1 400").contains("invalid-request");
        }
    }

    @Test
    void an_id_that_was_left_out_names_nothing() {
        for (String path : List.of("/v1/pensioners//verifications", "/v1/pensioners//handover", "//v1/me")) {
            assertThat(agent.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(backend.as(Role.LETTER_OFFICER)
                        .get("/v1/letter-desk/posting-list/+999999999-12-31")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_a_store_cannot_hold_is_refused_alike_on_both() {
        assertThat(agent.post("/v1/search", "{\"query\":\"a\\u0000b@x\"}").status())
                .as("what is searched for is not stored, and read as it was meant")
                .isEqualTo(200);
        assertThat(agent.post("/v1/search", "{\"query\":\"a\\ud800\"}").status())
                .isEqualTo(400);
        assertThat(backend.as(Role.AUDITOR).get("/v1/audit?pensioner=%00").status())
                .isEqualTo(400);
        assertThat(agent.post("/v1/contacts", "{\"pensionerId\":\"a\\u0000\",\"reason\":\"call\"}")
                        .status())
                .isEqualTo(400);
        String contact = agent.post("/v1/contacts", "{\"pensionerId\":\"" + AT_THE_SMS + "\",\"reason\":\"call\"}")
                .json()
                .path("id")
                .asString();
        assertThat(agent.patch("/v1/contacts/" + contact, "{\"note\":\"a\\ud800\"}")
                        .status())
                .isEqualTo(400);
        assertThat(agent.post("/v1/contacts", "{\"pensionerId\":\"p1\",\"reason\":\"ticket JOHN-SMITH-1944\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void problems_are_told_in_the_language_asked_for() {
        assertThat(agent.get("/v1/nothing").json().path("title").asString()).isEqualTo("Introuvable");
        assertThat(agent.get("/v1/nothing", "Accept-Language", "de, en;q=0.5")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("Not found");
    }

    private static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n";
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), backend.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            // The first piece has the head, and the connection stays open.
            byte[] piece = new byte[8192];
            int length = socket.getInputStream().read(piece);
            return new String(piece, 0, Math.max(0, length), UTF_8);
        }
    }

    /** Fails when the connection is not closed. */
    private String toTheEnd(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), backend.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
