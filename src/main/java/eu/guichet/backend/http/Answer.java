package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.contract.ContractJson;
import io.helidon.webserver.sse.SseSink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What a Resource answers. */
sealed interface Answer {
    /** Says that the connection ends with this answer. */
    String CONNECTION = "Connection";

    String JSON = "application/json";

    /** A whole answer, sent at once. */
    final class Whole implements Answer {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        Whole(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = Map.copyOf(headers);
            this.body = body;
        }

        Whole with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Whole(status, more, body);
        }

        int status() {
            return status;
        }

        Map<String, String> headers() {
            return headers;
        }

        byte[] body() {
            return body;
        }
    }

    /** A stream of events that lasts as long as {@code events} runs. */
    record Stream(Consumer<SseSink> events) implements Answer {}

    static Whole ok(Object value) {
        return json(200, value);
    }

    static Whole json(int status, Object value) {
        return new Whole(
                status,
                Map.of("Content-Type", JSON),
                ContractJson.mapper().writeValueAsString(value).getBytes(UTF_8));
    }

    static Whole bytes(String mediaType, byte[] body) {
        return new Whole(200, Map.of("Content-Type", mediaType), body);
    }

    static Whole empty() {
        return new Whole(204, Map.of(), new byte[0]);
    }
}
