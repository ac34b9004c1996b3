package eu.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ContractJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ServeIT {
    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_agent_does_the_whole_job_over_http() throws IOException, InterruptedException {
        try (Program program = Program.start(folder, "serve", "--training", "--port", "0", "--people", "60")) {
            JsonNode started = ContractJson.mapper().readTree(program.firstLine());
            URI url = URI.create(started.get("url").asString());
            String agent = started.get("tokens").get("agent").asString();
            assertThat(url.getHost()).isEqualTo("127.0.0.1");
            assertThat(started.get("tokens").propertyNames())
                    .containsExactlyInAnyOrder("agent", "letter-officer", "supervisor", "auditor", "process");

            assertThat(send(get(url, "/openapi.json")).statusCode()).isEqualTo(200);
            assertThat(send(post(url, "/v1/search", "{\"query\":\"muller\",\"limit\":5}"))
                            .statusCode())
                    .isEqualTo(401);

            JsonNode rows = json(post(url, "/v1/search", "{\"query\":\"muller annelise\",\"limit\":5}")
                            .header("Authorization", "Bearer " + agent))
                    .get("rows");
            assertThat(rows).isNotEmpty();
            String person = "/v1/pensioners/" + rows.get(0).get("id").asString();

            JsonNode file = json(
                    get(url, person).header("Authorization", "Bearer " + agent).header("Guichet-Reason", "call"));
            assertThat(file.get("steps")).hasSize(16);
            assertThat(file.toString()).contains("•");

            JsonNode verified = json(post(url, person + "/verifications", "{\"method\":\"CALLED_BACK\"}")
                    .header("Authorization", "Bearer " + agent));
            assertThat(verified.get("match").asBoolean()).isTrue();

            HttpResponse<byte[]> sent = send(post(url, person + "/messages", "{\"kind\":\"CHALLENGE_SMS\"}")
                    .header("Authorization", "Bearer " + agent)
                    .header("Idempotency-Key", UUID.randomUUID().toString()));
            assertThat(sent.statusCode()).as(text(sent)).isEqualTo(202);
            assertThat(sent.headers().firstValue("Location")).isPresent();
        }
    }

    private static HttpRequest.Builder get(URI url, String path) {
        return HttpRequest.newBuilder(url.resolve(path));
    }

    private static HttpRequest.Builder post(URI url, String path, String body) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(request);
        assertThat(response.statusCode()).as(text(response)).isBetween(200, 299);
        return ContractJson.mapper().readTree(response.body());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
