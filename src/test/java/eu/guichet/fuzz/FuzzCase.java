package eu.guichet.fuzz;

import eu.guichet.contract.ContractJson;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One request as the generator thought of it.
 *
 * @param template path of the contract
 * @param body null for none
 * @param mediaType of the body
 * @param mistake the one place where it breaks the document; empty where it keeps to it
 */
record FuzzCase(
        String method,
        String template,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        String mediaType,
        String mistake,
        boolean withoutSignIn) {

    static final String JSON = "application/json";
    static final String CSV = "text/csv";
    static final String FORM = "application/x-www-form-urlencoded";

    /**
     * @param in header, path or query
     * @param value null where it is left out
     */
    record Parameter(String name, String in, @Nullable String value, boolean sound) {}

    static FuzzCase of(JsonNode written) {
        String path = written.path("path").asString();
        int form = path.indexOf(GeneratorDocument.FORM);
        JsonNode body = written.path("body").path("data");
        return new FuzzCase(
                written.path("operation").asString(),
                form < 0 ? path : path.substring(0, form),
                written.path("parameters")
                        .valueStream()
                        .map(FuzzCase::parameter)
                        .toList(),
                body.isMissingNode() || body.isNull() ? null : value(body),
                written.path("body").path("contentType").asString(JSON),
                written.path("invalidInput").asString(""),
                written.path("authFailure").asBoolean(false));
    }

    boolean sound() {
        return mistake.isEmpty();
    }

    private static Parameter parameter(JsonNode written) {
        JsonNode data = written.path("data");
        return new Parameter(
                written.path("name").asString(),
                written.path("in").asString(),
                data.isNull() || data.isMissingNode() ? null : text(value(data)),
                written.path("valid").asBoolean(true));
    }

    private static String text(JsonNode value) {
        return switch (value) {
            case ArrayNode list -> list.valueStream().map(FuzzCase::text).collect(Collectors.joining(","));
            case ObjectNode object -> object.toString();
            default -> value.asString("");
        };
    }

    /** The generator writes each value with its type beside it, all the way down. */
    private static JsonNode value(JsonNode typed) {
        JsonNode value = typed.path("value");
        return switch (value) {
            case ArrayNode list -> {
                ArrayNode array = ContractJson.mapper().createArrayNode();
                list.forEach(item -> array.add(value(item)));
                yield array;
            }
            case ObjectNode members -> {
                ObjectNode object = ContractJson.mapper().createObjectNode();
                members.properties().forEach(member -> object.set(member.getKey(), value(member.getValue())));
                yield object;
            }
            // the generator writes zeros behind the zone
            case StringNode text
            when typed.path("format").asString("").equals("date-time") ->
                StringNode.valueOf(text.asString().replaceFirst("Z0+$", "Z"));
            default -> value;
        };
    }
}
