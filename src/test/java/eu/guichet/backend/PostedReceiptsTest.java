package eu.guichet.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.SmsPart;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.process.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway posts to a backend of an institution what became of SMS. */
class PostedReceiptsTest {
    private static final String SECRET = "a-secret-of-the-gateway-alone";
    private static final String DELIVERED = "{\"id\":\"4F3A-7\",\"status\":\"DELIVRD\"}";
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    @TempDir
    Path folder;

    private final OkHttpClient http = new OkHttpClient();
    private String store;
    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        store = folder.resolve("g.db").toString();
        Instant now = Instant.now();
        try (Database database = Database.open(store)) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                tx.pensioners().add(Stores.somebody("p1"));
                for (String id : List.of("m1", "m2")) {
                    tx.messages()
                            .add(new StoredMessage(
                                    id, "p1", MessageKind.CHALLENGE_SMS, "de", MessageStatus.SENT, now, now, null));
                }
                tx.smsParts().add(new SmsPart("m1", "first", 1, 1, "4f3a-7", MessageStatus.SENT));
                tx.smsParts().add(new SmsPart("m2", "first", 1, 1, "", MessageStatus.SENT));
            });
        }
        Path settings = Files.writeString(
                folder.resolve("institution.properties"),
                "sms.gateway = http\nsms.sender = PMO\nsms.url = http://127.0.0.1:9/\nsms.body = {\"to\":\"{to}\",\"text\":\"{text}\"}\n"
                        + "sms.receipts-file = " + Files.writeString(folder.resolve("secret"), SECRET + "\n") + "\n");
        backend = Backend.start(
                BackendSettings.production(store, Institution.read(settings)).withPort(0));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private int post(String gateway, String authorization, MediaType type, String body) throws IOException {
        Request request = new Request.Builder()
                .url(backend.url().resolve("/v1/sms-receipts/" + gateway).toString())
                .header("Authorization", authorization)
                .post(RequestBody.create(body.getBytes(UTF_8), type))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        }
    }

    private StoredMessage message(String id) {
        try (Database database = Database.open(store)) {
            return database.read(tx -> tx.messages().find(id)).orElseThrow();
        }
    }

    private List<AuditEntry> audit() {
        try (Database database = Database.open(store)) {
            return database.read(tx -> tx.audit().page("p1", null, 10)).entries();
        }
    }

    @Test
    void a_delivery_is_told_on_the_file_once_and_the_audit_trail_says_by_whom() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(post("first", "Bearer " + SECRET, JSON, DELIVERED)).isEqualTo(204);
        }
        assertThat(message("m1").status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(audit())
                .singleElement()
                .satisfies(row -> assertThat(row.outcome()).isEqualTo("sms delivered"));
        try (Database database = Database.open(store)) {
            assertThat(database.read(tx -> tx.events().history("p1")).all(Event.MessageProgressed.class))
                    .hasSize(1);
        }
    }

    @Test
    void a_gateway_that_gave_no_id_of_its_own_may_name_ours_and_sign_in_by_password() throws IOException {
        assertThat(post("first", Credentials.basic("gateway", SECRET), FORM, "reference=m2&status=expired"))
                .isEqualTo(204);
        assertThat(message("m2").status()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(message("m2").detail()).isEqualTo("undelivered");
    }

    @Test
    void nobody_else_is_believed() throws IOException {
        for (String authorization : List.of("Bearer guessed", "Bearer ", "Basic !", "Basic Og==", "Digest x")) {
            assertThat(post("first", authorization, JSON, DELIVERED))
                    .as(authorization)
                    .isEqualTo(401);
        }
        assertThat(post("second", "Bearer " + SECRET, JSON, DELIVERED))
                .as("another gateway's secret")
                .isEqualTo(401);
        assertThat(message("m1").status()).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void what_is_about_nobody_here_is_accepted_and_what_is_no_receipt_is_not() throws IOException {
        String bearer = "Bearer " + SECRET;
        assertThat(post("first", bearer, JSON, "{\"id\":\"999\",\"status\":\"DELIVRD\"}"))
                .isEqualTo(204);
        assertThat(post("first", bearer, JSON, "{\"id\":\"4F3A-7\",\"status\":\"ENROUTE\"}"))
                .isEqualTo(204);
        assertThat(post("first", bearer, JSON, "{\"hello\":1}")).isEqualTo(400);
        assertThat(post("first", bearer, JSON, "{")).isEqualTo(400);
        assertThat(post("first", bearer, MediaType.get("text/xml"), "<a/>")).isEqualTo(415);
        assertThat(post("first", bearer, JSON, " ".repeat(70_000))).isEqualTo(413);
        assertThat(message("m1").status()).isEqualTo(MessageStatus.SENT);
    }
}
