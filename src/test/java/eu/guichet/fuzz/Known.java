package eu.guichet.fuzz;

import eu.guichet.contract.ContractJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What answers have told so far: with it a drawn request is about somebody who exists, and gets further than the first check. */
final class Known {
    private static final int KEPT = 400;
    private static final String REFERENCE = "reference";
    /** Under which name of an answer a member of a request is found where it is not the same one. */
    private static final Map<String, String> SAME_AS =
            Map.of("letterReference", REFERENCE, "scanned", REFERENCE, "messageId", "messages", "query", "name");

    private static final Set<String> TOLD =
            Set.of("pensionerId", "pensionNumber", "code", "itemNumber", REFERENCE, "name", "agentId", "contactId");

    private final Random random;
    private final Map<String, List<String>> values = new HashMap<>();
    /** By the id of a person or a letter. */
    private final Map<String, String> etags = new HashMap<>();

    private final Map<String, String> claims = new HashMap<>();

    Known(Random random) {
        this.random = random;
    }

    void learn(String path, Headers headers, @Nullable JsonNode body) {
        String[] parts = path.split("/", -1);
        String etag = headers.get("ETag");
        if (etag != null) {
            etags.put(parts[parts.length - 1], etag);
        }
        String claim = headers.get("Guichet-Claim");
        if (claim != null && parts.length > 2) {
            claims.put(parts[parts.length - 2], claim);
            add("claim", claim);
        }
        if (body != null) {
            learn(kind(path), body);
        }
    }

    private static String kind(String path) {
        if (path.endsWith("/search")) {
            return "pensioners";
        }
        for (String kind : List.of("letter-desk", "letters", "messages", "contacts")) {
            if (path.contains("/" + kind)) {
                return kind.equals("letter-desk") ? "letters" : kind;
            }
        }
        return "other";
    }

    private void learn(String kind, JsonNode node) {
        node.propertyStream().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isString() && name.equals("id")) {
                add(kind, value.asString());
            } else if (value.isString() && TOLD.contains(name)) {
                add(name, value.asString());
            } else {
                learn(name.equals("letters") || name.equals("messages") ? name : kind, value);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> learn(kind, item));
        }
    }

    private void add(String name, String value) {
        List<String> known = values.computeIfAbsent(name, _ -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
            if (known.size() > KEPT) {
                known.remove(random.nextInt(known.size()));
            }
        }
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    String any(String name, String otherwise) {
        List<String> known = values.getOrDefault(name, List.of());
        return known.isEmpty() ? otherwise : known.get(random.nextInt(known.size()));
    }

    String etag(String person, String otherwise) {
        return etags.getOrDefault(person, otherwise);
    }

    /**
     * The same body about what exists, now and then in part only.
     *
     * @param mistake names the member that is wrong and has to stay so
     */
    JsonNode about(JsonNode body, String subject, String mistake) {
        if (!(body instanceof ObjectNode object)) {
            return body;
        }
        ObjectNode other = ContractJson.mapper().createObjectNode();
        object.properties()
                .forEach(member -> other.set(
                        member.getKey(),
                        member.getValue().isString()
                                        && !mistake.contains("Properties." + member.getKey())
                                        && random.nextInt(8) > 0
                                ? ContractJson.mapper()
                                        .valueToTree(value(
                                                member.getKey(),
                                                member.getValue().asString(),
                                                subject))
                                : member.getValue()));
        return other;
    }

    private String value(String name, String drawn, String subject) {
        return switch (name) {
            case "eventId" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "occurredAt" -> random.nextInt(3) > 0 ? Instant.now().toString() : drawn;
            case "on" -> random.nextInt(3) > 0 ? Instant.now().toString().substring(0, 10) : drawn;
            case "claim" -> claims.getOrDefault(subject, any("claim", drawn));
            default -> any(SAME_AS.getOrDefault(name, name), drawn);
        };
    }
}
