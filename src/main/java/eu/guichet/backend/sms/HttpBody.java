package eu.guichet.backend.sms;

import java.time.Duration;
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
 * {@code {sender}}, {@code {id}} and {@code {until}} (when it is of no more use, ISO 8601 in UTC) are filled in. A value never
 * becomes more than text; only a text that is {@code {minutes}} or {@code {seconds}} and nothing else becomes a number: for how long it
 * is of use from now, rounded down, at least 1.
 */
public final class HttpBody {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FIELD = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> FIELDS = List.of("to", "number", "text", "sender", "id", "until");
    private static final List<String> TIMES = List.of("minutes", "seconds");

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
        if (!template.isObject() || !named.stream().allMatch(name -> FIELDS.contains(name) || TIMES.contains(name))) {
            throw new IllegalArgumentException(
                    line
                            + ": a JSON object is expected, in which only {to}, {number}, {text}, {sender}, {id}, {until}, {minutes} and {seconds} are filled");
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

    /** @param use for how long it is of use from now */
    byte[] filled(Map<String, String> values, Duration use) {
        Map<String, Long> times =
                Map.of("minutes", Math.max(1, use.toMinutes()), "seconds", Math.max(1, use.toSeconds()));
        return JSON.writeValueAsBytes(filled(template, values, times));
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values, Map<String, Long> times) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(entry -> copy.set(entry.getKey(), filled(entry.getValue(), values, times)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(filled(element, values, times)));
                yield copy;
            }
            case JsonNode text when text.isString() -> filled(text.stringValue(), values, times);
            default -> node;
        };
    }

    private static JsonNode filled(String text, Map<String, String> values, Map<String, Long> times) {
        Matcher field = FIELD.matcher(text);
        Long alone = field.matches() ? times.get(field.group(1)) : null;
        if (alone != null) {
            return JsonNodeFactory.instance.numberNode(alone);
        }
        return JsonNodeFactory.instance.stringNode(field.reset().replaceAll(found -> {
            Long time = times.get(found.group(1));
            return Matcher.quoteReplacement(time == null ? values.getOrDefault(found.group(1), "") : time.toString());
        }));
    }
}
