package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody with a token, or a stranger without one. Every exchange is held against the contract. */
final class Caller {
    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .readTimeout(30, TimeUnit.SECONDS)
            .build();

    private final URI url;
    private final @Nullable String token;
    private final Contract contract;
    private final Queue<String> bodies;

    /** @param bodies gets every answer but PDFs */
    Caller(URI url, @Nullable String token, Contract contract, Queue<String> bodies) {
        this.url = url;
        this.token = token;
        this.contract = contract;
        this.bodies = bodies;
    }

    record Answered(int status, okhttp3.Headers headers, okio.ByteString body) {
        JsonNode json() {
            return ContractJson.mapper().readTree(body.toByteArray());
        }

        <T> T as(Class<T> type) {
            return ContractJson.mapper().readValue(body.toByteArray(), type);
        }

        String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }

        /** The key of a problem. */
        String problem() {
            return json().path("key").asString();
        }
    }

    Answered get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    Answered head(String path, String... headers) {
        return call("HEAD", path, (String) null, headers);
    }

    Answered post(String path, String json, String... headers) {
        return call("POST", path, json, headers);
    }

    Answered patch(String path, String json, String... headers) {
        return call("PATCH", path, json, headers);
    }

    Answered call(String method, String path, @Nullable String json, String... headers) {
        RequestBody body =
                json == null ? null : RequestBody.create(json.getBytes(UTF_8), MediaType.get("application/json"));
        return call(method, path, body, json, headers);
    }

    Answered call(String method, String path, @Nullable RequestBody body, @Nullable String json, String... headers) {
        Request request = request(method, path, body, headers);
        try (Response response = HTTP.newCall(request).execute()) {
            byte[] bytes = response.body().bytes();
            if (!"application/pdf".equals(response.header("Content-Type"))) {
                bodies.add(new String(bytes, UTF_8));
            }
            contract.judge(request, json, response, bytes);
            return new Answered(response.code(), response.headers(), okio.ByteString.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Request request(String method, String path, @Nullable RequestBody body, String... headers) {
        Request.Builder request = new Request.Builder().url(url + path).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    static OkHttpClient http() {
        return HTTP;
    }
}
