package eu.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ServeIT {
    private static final MediaType JSON = MediaType.get("application/json");

    @TempDir
    private Path folder;

    private final OkHttpClient http = new OkHttpClient();

    @Test
    void an_agent_does_the_whole_job_over_http() throws IOException, SQLException {
        Path store = folder.resolve("guichet.db");
        try (Program program = Program.start(
                folder, "serve", "--training", "--port", "0", "--people", "60", "--database", store.toString())) {
            JsonNode started = ContractJson.mapper().readTree(program.firstLine());
            String url = started.get("url").asString();
            JsonNode tokens = started.get("tokens");
            assertThat(url).startsWith("http://127.0.0.1:");
            assertThat(tokens.propertyNames())
                    .containsExactlyInAnyOrder(
                            "agent", "letter-officer", "supervisor", "auditor", "process", "register");
            assertThat(send(new Request.Builder().url(url + "/openapi.json")).status())
                    .isEqualTo(200);
            Request.Builder anonymous = new Request.Builder().url(url + "/v1/search");
            assertThat(send(anonymous.post(json("{\"query\":\"muller\",\"limit\":5}")))
                            .status())
                    .isEqualTo(401);

            Desk desk = new Desk(url, tokens.get("agent").asString());
            JsonNode rows = desk.post("/v1/search", "{\"query\":\"müller annelise\",\"limit\":5}", 200)
                    .get("rows");
            String person = desk.contact(rows.get(0).get("id").asString());
            JsonNode file = desk.file(person);
            assertThat(file.get("steps")).hasSize(16);
            assertThat(file.get("email").asString()).contains("•");

            desk.post(person + "/messages", "{\"kind\":\"CHALLENGE_SMS\"}", 403);
            assertThat(desk.post(person + "/verifications", "{\"method\":\"CALLED_BACK\"}", 200)
                            .get("match")
                            .asBoolean())
                    .isTrue();
            JsonNode message = desk.post(person + "/messages", "{\"kind\":\"CHALLENGE_SMS\"}", 202);
            assertThat(message.get("kind").asString()).isEqualTo("CHALLENGE_SMS");

            JsonNode waiting = desk.post("/v1/search", "{\"query\":\"muller anne-lise\",\"limit\":5}", 200)
                    .get("rows");
            String returned = desk.contact(waiting.get(0).get("id").asString());
            desk.post(returned + "/verifications", "{\"method\":\"CALLED_BACK\"}", 200);
            desk.etag = desk.file(returned).get("etag").asString();
            String again = "{\"cause\":\"RETURNED\"}";
            assertThat(desk.post(returned + "/letters", again, 409).get("type").asString())
                    .isEqualTo("urn:guichet:problem:action-closed");
            Desk supervisor = new Desk(url, tokens.get("supervisor").asString());
            supervisor.post(
                    returned + "/alert-lifts",
                    "{\"alert\":\"ADDRESS_IN_DOUBT\",\"reason\":\"Confirmed at the counter; the bell was broken.\"}",
                    204);
            desk.etag = desk.file(returned).get("etag").asString();
            JsonNode letter = desk.post(returned + "/letters", again, 201);
            String path = "/v1/letters/" + letter.get("id").asString();
            Answer document = desk.claim(path);
            assertThat(document.body()).startsWith("%PDF");
            assertThat(sealed(store, letter.get("id").asString())).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
            desk.patch(path, "{\"state\":\"PRINTED\",\"claim\":\"" + document.claim() + "\"}");
            assertThat(desk.claim(path).status()).isEqualTo(410);
        }
    }

    /** What the store has of the code of a letter. */
    private static String sealed(Path store, String letterId) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                PreparedStatement question = connection.prepareStatement("SELECT code_hash FROM letter WHERE id = ?")) {
            question.setString(1, letterId);
            try (ResultSet answer = question.executeQuery()) {
                assertThat(answer.next()).isTrue();
                return answer.getString(1);
            }
        }
    }

    @Test
    void two_named_agents_train_together_and_one_lifts_what_the_other_froze() throws IOException {
        String anna = "Anna Berger:supervisor:BRU";
        Path others = Files.writeString(folder.resolve("agents.txt"), "--agent \"Chloé Petit:supervisor:BRU\"\n");
        Program program = Program.start(
                folder, "serve", "--training", "--port", "0", "--people", "200", "--agent", anna, "@" + others);
        try (program) {
            JsonNode started = ContractJson.mapper().readTree(program.firstLine());
            JsonNode tokens = started.get("agents");
            assertThat(tokens.propertyNames()).containsExactly("Anna Berger", "Chloé Petit");
            String url = started.get("url").asString();
            Desk first = new Desk(url, tokens.get("Anna Berger").asString());
            Desk second = new Desk(url, tokens.get("Chloé Petit").asString());
            assertThat(first.file("/v1/me").get("name").asString()).isEqualTo("Anna Berger");
            assertThat(second.file("/v1/me").get("name").asString()).isEqualTo("Chloé Petit");

            String person = first.somebodyToFreeze("BRU");
            first.post(person + "/freeze", "", 204);
            String lift = "{\"alert\":\"FROZEN\",\"reason\":\"Called back on the number on file.\"}";
            first.post(person + "/alert-lifts", lift, 403);
            second.post(person + "/alert-lifts", lift, 204);
            assertThat(first.file(person).get("alerts")).isEmpty();
            assertThat(first.file(person).get("timeline").toString()).contains("Anna Berger", "Chloé Petit");
        }
    }

    @Test
    void what_collects_logs_finds_the_number_that_the_agents_screen_shows() throws IOException {
        Path own = Files.writeString(folder.resolve("own.properties"), "log.format = json");
        String correlation;
        Program program = Program.start(
                folder, "serve", "--training", "--port", "0", "--people", "0", "--config", own.toString());
        try (program) {
            String url = ContractJson.mapper()
                    .readTree(program.firstLine())
                    .get("url")
                    .asString();
            Request search = new Request.Builder()
                    .url(url + "/v1/search")
                    .post(json("{\"query\":\"muller\",\"limit\":5}"))
                    .build();
            try (Response refused = http.newCall(search).execute()) {
                correlation = Objects.requireNonNull(refused.header("X-Correlation-Id"));
            }
        }
        assertThat(program.errors().lines())
                .allSatisfy(
                        line -> assertThat(ContractJson.mapper().readTree(line).isObject())
                                .isTrue())
                .anySatisfy(line -> {
                    JsonNode entry = ContractJson.mapper().readTree(line);
                    assertThat(entry.get("mdc").path("correlation").asString()).isEqualTo(correlation);
                    assertThat(entry.get("formattedMessage").asString()).contains("/v1/search", "401");
                });
    }

    private record Answer(int status, String body, String claim) {}

    private Answer send(Request.Builder request) throws IOException {
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answer(
                    response.code(),
                    new String(response.body().bytes(), StandardCharsets.UTF_8),
                    response.header("Guichet-Claim", ""));
        }
    }

    private static RequestBody json(String text) {
        return RequestBody.create(text, JSON);
    }

    /** An agent's desk: every call is signed in, and every act has a key of its own. */
    private final class Desk {
        private final String url;
        private final String token;
        private String etag = "";
        private String contact = "none";

        Desk(String url, String token) {
            this.url = url;
            this.token = token;
        }

        /** Opens one and answers the path of its person. */
        String contact(String pensioner) throws IOException {
            contact = post("/v1/contacts", "{\"pensionerId\":\"" + pensioner + "\",\"reason\":\"call\"}", 201)
                    .get("id")
                    .asString();
            return "/v1/pensioners/" + pensioner;
        }

        /** Opens files of this office until one can be frozen, and answers the path of its person. */
        String somebodyToFreeze(String office) throws IOException {
            for (String name : List.of("ma", "be", "mu", "ro", "sc", "la", "de", "pe", "an", "jo")) {
                for (JsonNode row : post("/v1/search", "{\"query\":\"" + name + "\",\"limit\":20}", 200)
                        .get("rows")) {
                    if (row.get("office").asString().equals(office)) {
                        String person = contact(row.get("id").asString());
                        if (canBeFrozen(file(person))) {
                            return person;
                        }
                        post("/v1/contacts/" + contact + "/close", "", 200);
                    }
                }
            }
            throw new AssertionError("nobody of " + office + " can be frozen");
        }

        private static boolean canBeFrozen(JsonNode file) {
            for (JsonNode action : file.get("actions")) {
                if (action.get("kind").asString().equals("REPORT_NOT_ME")) {
                    return action.get("open").asBoolean();
                }
            }
            return false;
        }

        JsonNode file(String person) throws IOException {
            Answer answer = send(call(person));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return ContractJson.mapper().readTree(answer.body());
        }

        Answer claim(String letter) throws IOException {
            return send(call(letter + "/claim").post(json("")));
        }

        void patch(String path, String body) throws IOException {
            Answer answer = send(call(path).patch(json(body)));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }

        JsonNode post(String path, String body, int expected) throws IOException {
            Request.Builder call = call(path)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .post(json(body));
            if (!etag.isEmpty()) {
                call.header("If-Match", etag);
            }
            Answer answer = send(call);
            assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
            return ContractJson.mapper().readTree(answer.body());
        }

        private Request.Builder call(String path) {
            return new Request.Builder()
                    .url(url + path)
                    .header("Authorization", "Bearer " + token)
                    .header("Guichet-Contact", contact);
        }
    }
}
