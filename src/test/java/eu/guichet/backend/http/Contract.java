package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import eu.guichet.contract.ContractJson;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document as a judge of every exchange. */
public final class Contract {
    private static final String BASE = "https://guichet.example/openapi.json";
    private static final int LAST_GOOD = 299;

    private final JsonNode document;
    private final SchemaRegistry schemas;
    /** What fits each template. */
    private final Map<String, Pattern> paths;

    /** @param document as it is served */
    public Contract(JsonNode document) {
        this.document = document;
        paths = document.path("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toMap(
                        template -> template, template -> Pattern.compile(template.replaceAll("\\{[a-z]+}", "[^/]+"))));
        String text = document.toString();
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(BASE, text))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** Ours, the same for all: to read it and its schemas anew would take longer than most of what it judges. */
    static Contract read() {
        return Ours.CONTRACT;
    }

    private static final class Ours {
        static final Contract CONTRACT = new Contract(OpenApi.document());
    }

    JsonNode document() {
        return document;
    }

    /** One call of the contract, by its place in the document. */
    public record Operation(String template, String method, String pointer) {}

    public List<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyStream().map(call -> operation(path.getKey(), call.getKey())))
                .toList();
    }

    private static Operation operation(String template, String method) {
        return new Operation(template, method.toUpperCase(Locale.ROOT), "/paths/" + escaped(template) + "/" + method);
    }

    /** Fails where the answer is not one the document names, and, for a good answer, where the request is not. */
    public void judge(Request request, @Nullable String sent, Response response, byte[] body) {
        String path = request.url().encodedPath();
        Optional<String> template = paths.entrySet().stream()
                .filter(candidate -> candidate.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                // a path that is written out is meant before one with something that varies
                .min(Comparator.comparing(candidate -> !candidate.equals(path)));
        if (template.isEmpty()) {
            assertThat(response.code()).as("a path that is not of the contract").isIn(404, 403);
            judgeAnswer(
                    "/components/responses/" + (response.code() == 404 ? "not-found" : "not-allowed"), response, body);
            return;
        }
        boolean head = request.method().equals("HEAD");
        Operation operation =
                operation(template.get(), head ? "get" : request.method().toLowerCase(Locale.ROOT));
        if (document.at(operation.pointer()).isMissingNode()) {
            assertThat(response.code())
                    .as("a method that is not of the contract")
                    .isEqualTo(405);
            judgeAnswer("/components/responses/method-not-allowed", response, body);
            return;
        }
        if (response.code() <= LAST_GOOD) {
            judgeRequest(operation, request, sent);
        }
        String answer = operation.pointer() + "/responses/" + response.code();
        assertThat(document.at(answer).isMissingNode())
                .as("%s %s documents status %s", operation.method(), operation.template(), response.code())
                .isFalse();
        judgeAnswer(resolved(answer), response, body);
    }

    private void judgeRequest(Operation operation, Request request, @Nullable String sent) {
        JsonNode parameters = document.at(operation.pointer() + "/parameters");
        for (int i = 0; i < parameters.size(); i++) {
            String pointer = resolved(operation.pointer() + "/parameters/" + i);
            JsonNode parameter = document.at(pointer);
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("header")) {
                judgeHeader(pointer, name, request.header(name));
            }
        }
        String json = operation.pointer() + "/requestBody/content/application~1json/schema";
        boolean optional =
                !document.at(operation.pointer() + "/requestBody/required").asBoolean();
        boolean none = sent == null || sent.isEmpty();
        MediaType type = request.body() == null ? null : request.body().contentType();
        boolean other = type != null && !type.subtype().endsWith("json");
        if (!document.at(json).isMissingNode() && !(optional && none) && !other) {
            assertThat(sent).as("body of %s", operation).isNotNull();
            judge(json, ContractJson.mapper().readTree(sent));
        }
    }

    private void judgeAnswer(String pointer, Response response, byte[] body) {
        JsonNode headers = document.at(pointer + "/headers");
        headers.propertyNames()
                .forEach(name ->
                        judgeHeader(resolved(pointer + "/headers/" + escaped(name)), name, response.header(name)));
        JsonNode content = document.at(pointer + "/content");
        if (content.isMissingNode() || response.request().method().equals("HEAD")) {
            assertThat(body).as("a body where none is documented").isEmpty();
            return;
        }
        String type = Optional.ofNullable(response.header("Content-Type")).orElse("none");
        assertThat(content.has(type))
                .as("%s documents content type %s", pointer, type)
                .isTrue();
        if (type.endsWith("json")) {
            judge(
                    pointer + "/content/" + escaped(type) + "/schema",
                    ContractJson.mapper().readTree(body));
        }
    }

    private void judgeHeader(String pointer, String name, @Nullable String value) {
        if (value == null) {
            assertThat(document.at(pointer + "/required").asBoolean(false))
                    .as("header %s is required and missing", name)
                    .isFalse();
            return;
        }
        judge(pointer + "/schema", ContractJson.mapper().valueToTree(value));
    }

    /** Fails where the value is not as the schema at this place of the document has it. */
    public void judge(String pointer, JsonNode value) {
        Schema schema = schemas.getSchema(SchemaLocation.of(BASE + "#" + pointer));
        assertThat(schema.validate(value)).as("against %s", pointer).isEmpty();
    }

    private String resolved(String pointer) {
        JsonNode ref = document.at(pointer + "/$ref");
        return ref.isMissingNode() ? pointer : ref.asString().substring(1);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
