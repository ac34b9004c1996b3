package eu.guichet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.http.Contract;
import eu.guichet.contract.ContractJson;
import eu.guichet.text.TextBundle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends, holds the answer against the contract, and learns from it. */
final class Exchange implements AutoCloseable {
    /** Longer is a hang: no call of the contract takes a tenth of it on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A mistake that may be taken for none. */
    static final String ANY = "anything";

    private static final int LONGEST_SHOWN = 2000;
    private static final int FAULT = 500;
    private static final int LAST_GOOD = 299;
    private static final MediaType JSON = MediaType.get("application/json");

    private static final TextBundle PROBLEMS = TextBundle.of("eu.guichet.backend.http.problems", Locale.ENGLISH);
    private static final Set<String> FORM = Stream.of(
                    "missing",
                    "malformed",
                    "too-long",
                    "too-short",
                    "out-of-range",
                    "not-expected",
                    "control-character")
            .map(fault -> PROBLEMS.get("fault." + fault))
            .collect(Collectors.toUnmodifiableSet());

    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(PATIENCE)
            .readTimeout(PATIENCE)
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();
    private final String url;
    private final Contract contract;
    private final Ledger ledger;
    private final Known known;

    Exchange(String url, Contract contract, Ledger ledger, Known known) {
        this.url = url;
        this.contract = contract;
        this.ledger = ledger;
        this.known = known;
    }

    /** @param json null where there was none */
    record Answered(int status, Headers headers, @Nullable JsonNode json) {
        String text(String pointer) {
            return json == null ? "" : json.at(pointer).asString("");
        }
    }

    /** A body as it is sent. */
    record Sent(ByteString bytes, MediaType type) {
        static Sent of(byte[] bytes, MediaType type) {
            return new Sent(ByteString.of(bytes), type);
        }

        static Sent json(JsonNode value) {
            return new Sent(ByteString.encodeUtf8(value.toString()), JSON);
        }

        boolean isJson() {
            return type.subtype().equals(JSON.subtype());
        }

        String text() {
            return bytes.utf8();
        }
    }

    /** As the other, with JSON as its body. */
    Answered send(
            String method,
            String template,
            String path,
            Map<String, String> headers,
            @Nullable String json,
            String mistake) {
        return sendAs(
                method,
                template,
                path,
                headers,
                json == null ? null : new Sent(ByteString.encodeUtf8(json), JSON),
                mistake);
    }

    /**
     * @param template under which it is counted
     * @param mistake where the request breaks the contract; empty where it does not
     */
    Answered sendAs(
            String method,
            String template,
            String path,
            Map<String, String> headers,
            @Nullable Sent sent,
            String mistake) {
        Request request = request(method, path, headers, sent);
        String body = sent == null ? null : sent.text();
        String told = method + " " + path + " " + headers.keySet() + " " + shown(sent)
                + (mistake.isEmpty() ? "" : " (" + mistake + ")");
        long begun = System.nanoTime();
        try (Response response = http.newCall(request).execute()) {
            byte[] bytes = "text/event-stream".equals(response.header("Content-Type")) && method.equals("GET")
                    ? beginning(response)
                    : response.body().bytes();
            long millis = (System.nanoTime() - begun) / 1_000_000;
            ledger.answered(method + " " + template, response.code(), millis);
            JsonNode json = judge(request, sent == null || sent.isJson() ? body : null, response, bytes, told);
            if (response.code() >= FAULT) {
                ledger.found(response.code() + " of " + method + " " + template, told);
            }
            if (response.code() <= LAST_GOOD && !mistake.isEmpty() && !mistake.equals(ANY)) {
                ledger.found("taken as good by " + method + " " + template + ": " + mistake, told);
            }
            if (mistake.isEmpty()
                    && json != null
                    && json.path("key").asString("").equals("invalid-request")) {
                json.path("fields")
                        .valueStream()
                        .filter(Exchange::isOfTheForm)
                        .forEach(fault -> ledger.found(
                                "refused as not of its form by " + method + " " + template + ": " + fault, told));
            }
            if (response.code() <= LAST_GOOD) {
                known.learn(request.url().encodedPath(), response.headers(), json);
            }
            return new Answered(response.code(), response.headers(), json);
        } catch (InterruptedIOException e) {
            ledger.found("no answer in time by " + method + " " + template, told);
        } catch (IOException e) {
            ledger.found("no answer by " + method + " " + template + ": " + e, told);
        }
        return new Answered(0, Headers.of(), null);
    }

    private static String shown(@Nullable Sent sent) {
        String text = sent == null ? "" : sent.text();
        return (sent == null || sent.isJson() ? "" : sent.type() + " ")
                + text.substring(0, Math.min(LONGEST_SHOWN, text.length()));
    }

    /**
     * Rather than of what is on file, which no document can say; a birth date has a range that a schema has no word for, and where
     * a page ends is a text of the server's own.
     */
    private static boolean isOfTheForm(JsonNode fault) {
        String field = fault.path("field").asString("");
        return FORM.contains(fault.path("fault").asString(""))
                && !field.endsWith("birthDate")
                && !field.equals("after");
    }

    private static byte[] beginning(Response response) throws IOException {
        return response.body().source().readByteArray(1);
    }

    private @Nullable JsonNode judge(
            Request request, @Nullable String body, Response response, byte[] bytes, String told) {
        try {
            // what is optional and not of its form counts as not sent, as the contract says
            Request.Builder judged = request.newBuilder().removeHeader("X-Correlation-Id");
            if (request.header("Guichet-Reason") != null || request.method().equals("GET")) {
                judged.removeHeader("Guichet-Contact");
            }
            contract.judge(judged.build(), withoutNulls(body), response, bytes);
            String type = response.header("Content-Type");
            return type != null && type.endsWith("json") ? ContractJson.mapper().readTree(bytes) : null;
        } catch (AssertionError | JacksonException e) {
            String said = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
            ledger.found(
                    "not as documented: " + request.method() + " " + said.substring(0, Math.min(300, said.length())),
                    told + " -> " + response.code() + " " + new String(bytes, 0, Math.min(300, bytes.length), UTF_8));
            return null;
        }
    }

    /** A member that is null counts as left out; null for what cannot be read and has no form to be judged by. */
    private static @Nullable String withoutNulls(@Nullable String body) {
        try {
            return body != null && ContractJson.mapper().readTree(body) instanceof ObjectNode members
                    ? members.removeIf(JsonNode::isNull).toString()
                    : body;
        } catch (JacksonException e) {
            return null;
        }
    }

    private Request request(String method, String path, Map<String, String> headers, @Nullable Sent sent) {
        RequestBody content = method.equals("GET") || method.equals("HEAD")
                ? null
                : RequestBody.create(sent == null ? ByteString.EMPTY : sent.bytes(), sent == null ? null : sent.type());
        Headers.Builder all = new Headers.Builder();
        headers.forEach(all::addUnsafeNonAscii);
        return new Request.Builder()
                .url(url + path)
                .headers(all.build())
                .method(method, content)
                .build();
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
