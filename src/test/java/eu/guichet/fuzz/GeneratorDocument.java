package eu.guichet.fuzz;

import eu.guichet.contract.ContractJson;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract as the generator reads it: it knows OpenAPI 3.0, and requests alone matter to it. What 3.0 cannot say is left
 * out, so that more is generated than the contract allows, never less.
 */
final class GeneratorDocument {
    /** Between a path and the number of the form its body has here: the generator does not come to an end with all at once. */
    static final String FORM = "/~";

    private static final String ONE_OF = "oneOf";
    private static final Set<String> UNKNOWN_TO_3_0 =
            Set.of("if", "then", "else", "contentMediaType", "contentSchema", "contentEncoding", "identifier");

    private GeneratorDocument() {}

    static JsonNode of(JsonNode contract) {
        ObjectNode document = (ObjectNode) lowered(contract);
        document.put("openapi", "3.0.3");
        ((ObjectNode) document.get("info")).remove("summary");
        ObjectNode components = (ObjectNode) document.get("components");
        components.remove("responses");
        components.remove("headers");
        // a bearer's token is what is drawn here; 3.0 has no word for a certificate
        ((ObjectNode) components.get("securitySchemes")).retain("bearer");
        ObjectNode paths = ContractJson.mapper().createObjectNode();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(call ->
                                add(paths, components, path.getKey(), call.getKey(), (ObjectNode) call.getValue())));
        document.set("paths", paths);
        return document;
    }

    private static void add(ObjectNode paths, JsonNode components, String path, String method, ObjectNode call) {
        call.putObject("responses").putObject("200").put("description", "judged by the contract itself");
        if (!call.path("security").isEmpty()) {
            call.remove("security");
        }
        if (call.at("/requestBody/content") instanceof ObjectNode content && content.has(FuzzCase.JSON)) {
            if (content.has(FuzzCase.FORM)) {
                ObjectNode form = call.deepCopy();
                form.put("operationId", call.path("operationId").asString() + "Form");
                ((ObjectNode) form.at("/requestBody/content")).retain(FuzzCase.FORM);
                paths.withObjectProperty(path + FORM + "form").set(method, form);
            }
            content.retain(FuzzCase.JSON);
        }
        JsonNode schema = call.at("/requestBody/content/application~1json/schema");
        String ref = schema.path("$ref").asString("");
        JsonNode forms = (ref.isEmpty() ? schema : components.at(ref.replaceFirst("#/components", ""))).path(ONE_OF);
        if (forms.isEmpty()) {
            paths.withObjectProperty(path).set(method, call);
            return;
        }
        for (int form = 0; form < forms.size(); form++) {
            ObjectNode one = call.deepCopy();
            one.put("operationId", call.path("operationId").asString() + form);
            ObjectNode body = (ObjectNode) one.at("/requestBody/content/application~1json");
            body.remove("examples");
            body.set("schema", forms.get(form));
            paths.withObjectProperty(path + FORM + form).set(method, one);
        }
    }

    private static JsonNode lowered(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode lowered = ContractJson.mapper().createArrayNode();
            array.forEach(item -> lowered.add(lowered(item)));
            return lowered;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode lowered = ContractJson.mapper().createObjectNode();
        object.properties().forEach(member -> lower(lowered, member.getKey(), member.getValue()));
        if (lowered.path("enum").isArray() && !lowered.has("type")) {
            JsonNode first = lowered.path("enum").path(0);
            lowered.put("type", first.isString() ? "string" : first.isBoolean() ? "boolean" : "integer");
        }
        if (lowered.path("type").asString("").equals("object") && !lowered.has("properties")) {
            // it makes requests of examples as well, and wants one of everything
            lowered.putObject("example");
        }
        if (lowered.has("format")) {
            // the generator fills a pattern beside a format up with digits
            lowered.remove("pattern");
        }
        return lowered;
    }

    private static void lower(ObjectNode into, String key, JsonNode value) {
        if (UNKNOWN_TO_3_0.contains(key)) {
            return;
        }
        if (key.equals("const")) {
            into.putArray("enum").add(value);
        } else if (key.equals("type") && value.isArray()) {
            value.forEach(type -> {
                if (type.asString().equals("null")) {
                    into.put("nullable", true);
                } else if (!into.has("type")) {
                    into.set("type", type);
                }
            });
        } else if (key.equals(ONE_OF) && value.valueStream().anyMatch(GeneratorDocument::isNull)) {
            ArrayNode rest = into.putArray("allOf");
            value.valueStream()
                    .filter(form -> !isNull(form))
                    .map(GeneratorDocument::lowered)
                    .forEach(rest::add);
            into.put("nullable", true);
        } else {
            into.set(key, lowered(value));
        }
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asString("").equals("null");
    }
}
