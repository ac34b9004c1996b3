package eu.guichet.backend.sms;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is posted to a gateway: JSON in whose texts {@code {to}}, {@code {number}} (without the plus), {@code {text}},
 * {@code {sender}} and {@code {id}} are filled in. A value never becomes more than text.
 */
public final class HttpBody {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FIELD = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> FIELDS = List.of("to", "number", "text", "sender", "id");

    private final JsonNode template;

    private HttpBody(JsonNode template) {
        this.template = template;
    }

    /**
     * @param line by which it is named where it cannot be used
     * @throws IllegalArgumentException where it is no JSON object, names an unknown field, or lacks the number or the text
     */
    static HttpBody read(String line, String written) {
        JsonNode template = parsed(line, written);
        List<String> named =
                FIELD.matcher(written).results().map(field -> field.group(1)).toList();
        if (!template.isObject() || !FIELDS.containsAll(named)) {
            throw new IllegalArgumentException(
                    line
                            + ": a JSON object is expected, in which only {to}, {number}, {text}, {sender} and {id} are filled");
        }
        if (!named.contains("text") || !(named.contains("to") || named.contains("number"))) {
            throw new IllegalArgumentException(line + ": it needs {text}, and {to} or {number}");
        }
        return new HttpBody(template);
    }

    private static JsonNode parsed(String line, String written) {
        try {
            return JSON.readTree(written);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(line + ": it is no JSON", e);
        }
    }

    byte[] filled(Map<String, String> values) {
        return JSON.writeValueAsBytes(filled(template, values));
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(entry -> copy.set(entry.getKey(), filled(entry.getValue(), values)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(filled(element, values)));
                yield copy;
            }
            case JsonNode text
            when text.isString() ->
                JsonNodeFactory.instance.stringNode(FIELD.matcher(text.stringValue())
                        .replaceAll(field -> Matcher.quoteReplacement(values.getOrDefault(field.group(1), ""))));
            default -> node;
        };
    }
}
