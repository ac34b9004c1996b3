package eu.guichet.backend.sms;

import static eu.guichet.backend.sms.SmsDesk.smpp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.store.SmsPart;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP to a real server in this process. */
class HttpRouteTest {
    private static final String TEXT = "Code \"ABC123\" \\ {id}\nGrüße";

    @TempDir
    Path folder;

    private SmsDesk desk;
    private MockWebServer server;

    @BeforeEach
    void start() throws Exception {
        desk = new SmsDesk(folder);
        server = new MockWebServer();
        server.start();
    }

    @AfterEach
    void stop() {
        desk.close();
        server.close();
    }

    private SmsSettings.Http gateway(Duration timeout) {
        return new SmsSettings.Http(
                server.url("/v1/sms?account=7").uri(),
                Map.of("Authorization", new Secret("Bearer hush")),
                HttpBody.read(
                        "sms.body",
                        "{\"to\":[\"{number}\"],\"from\":\"{sender}\",\"text\":\"{text}\",\"ref\":\"guichet-{id}\",\"flash\":false}"),
                "/messages/0/id",
                Set.of(422),
                null,
                timeout,
                Duration.ofSeconds(1));
    }

    private SmsCarrier carrier() {
        return desk.carrier(gateway(Duration.ofSeconds(10)), null);
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    @Test
    void an_SMS_is_posted_as_the_institution_has_written_it_and_a_value_is_never_more_than_text() throws Exception {
        answer(202, "{\"messages\":[{\"id\":4711}]}");
        carrier().carry(desk.order("m1", TEXT));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer hush");
        assertThat(request.getHeaders().get("Idempotency-Key")).isEqualTo("m1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(JsonMapper.shared().readTree(request.getBody().utf8()))
                .isEqualTo(JsonMapper.shared()
                        .valueToTree(Map.of(
                                "to",
                                new String[] {"352621123456"},
                                "from",
                                "PMO",
                                "text",
                                TEXT,
                                "ref",
                                "guichet-m1",
                                "flash",
                                false)));
        List<SmsPart> parts = desk.database().read(tx -> tx.smsParts().of("m1"));
        assertThat(parts).singleElement().hasFieldOrPropertyWithValue("gatewayId", "4711");
    }

    @Test
    void the_gateway_can_be_told_for_how_long_it_is_of_use() throws Exception {
        answer(202, "{}");
        Parcel parcel = desk.order("m1", TEXT);
        SmsSettings.Http gateway = new SmsSettings.Http(
                server.url("/").uri(),
                Map.of(),
                HttpBody.read(
                        "sms.body",
                        "{\"to\":\"{to}\",\"text\":\"{text}\",\"ttl\":\"{seconds}\",\"valid\":\"{minutes} min\",\"end\":\"{until}\"}"),
                "",
                Set.of(422),
                null,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
        desk.carrier(gateway, null).carry(parcel);
        JsonNode body =
                JsonMapper.shared().readTree(server.takeRequest().getBody().utf8());
        assertThat(body.path("ttl").isNumber()).isTrue();
        assertThat(body.path("ttl").asInt()).isBetween(540, 600);
        assertThat(body.path("valid").asString()).isIn("9 min", "10 min");
        assertThat(body.path("end").asString())
                .isEqualTo(parcel.until().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @Test
    void what_was_taken_over_is_not_posted_again_whatever_the_answer_says() throws Exception {
        answer(200, "OK");
        SmsCarrier carrier = carrier();
        Parcel parcel = desk.order("m1", TEXT);
        carrier.carry(parcel);
        carrier.carry(parcel);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void only_the_named_statuses_are_final_and_a_redirect_is_not_followed() {
        SmsCarrier carrier = carrier();
        assertThat(refusal(carrier, 422).isForGood()).isTrue();
        for (int status : new int[] {302, 400, 401, 429, 500, 503}) {
            assertThat(refusal(carrier, status).isForGood()).as("%d", status).isFalse();
        }
        assertThat(server.getRequestCount()).isEqualTo(7);
    }

    private NotCarriedException refusal(SmsCarrier carrier, int status) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/elsewhere")
                .body("+352621123456 is wrong")
                .build());
        NotCarriedException failure =
                catchThrowableOfType(NotCarriedException.class, () -> carrier.carry(desk.order("m" + status, TEXT)));
        assertThat(failure)
                .hasMessageContaining("status " + status)
                .hasMessageNotContaining("621123456")
                .hasMessageNotContaining("hush");
        return failure;
    }

    @Test
    void a_gateway_that_does_not_answer_is_given_up_after_its_time() {
        server.enqueue(
                new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).build());
        SmsCarrier carrier = desk.carrier(gateway(Duration.ofSeconds(1)), null);
        assertThatThrownBy(() -> carrier.carry(desk.order("m1", TEXT)))
                .isInstanceOf(NotCarriedException.class)
                .hasMessage("the first SMS gateway did not take it: HttpTimeoutException");
    }

    @Test
    void it_takes_over_from_an_SMPP_gateway_that_is_away() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        answer(200, "{}");
        desk.carrier(smpp(nobody), gateway(Duration.ofSeconds(10))).carry(desk.order("m1", TEXT));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
