package eu.guichet.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody of one role, with a person's file open and within a contact where the role allows it. */
final class Desk {
    private static final int CALLS_IN_A_CONTACT = 30;

    private static final List<String> STRANGE = List.of(
            "\ud800",
            "a\udfff\ud800b",
            "\0",
            "\u0085\u2028",
            "\u202e\u2066right to left",
            "\ufeff",
            "\uffff",
            "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
            "e" + "\u0301".repeat(200),
            "\ufdfa".repeat(15),
            "%_\\'\";--",
            "${jndi:ldap://127.0.0.1/x}",
            "{0} {name}",
            "x".repeat(5000),
            "9".repeat(300),
            "-",
            "\u00a0");

    private final @Nullable String token;
    private final Exchange exchange;
    private final Known known;
    private final Random random;
    private final Tables tables;
    private final Forms forms;
    private String person = "nobody";
    private String contact = "none";
    private int left;

    Desk(@Nullable String token, Exchange exchange, Known known, Random random) {
        this.token = token;
        this.exchange = exchange;
        this.known = known;
        this.random = random;
        tables = new Tables(random);
        forms = new Forms(random);
    }

    /** Makes this request, about the person at hand as far as it keeps to the contract. */
    void make(FuzzCase drawn) {
        if (left-- <= 0) {
            turnToAnother();
        }
        Map<String, String> headers = signedIn();
        if (drawn.withoutSignIn()) {
            headers.remove("Authorization");
        }
        String path = drawn.template();
        String subject = person;
        StringBuilder query = new StringBuilder();
        for (FuzzCase.Parameter parameter : drawn.parameters()) {
            String value = parameter.sound() ? known(drawn, parameter) : parameter.value();
            switch (parameter.in()) {
                case "path" -> {
                    subject = value == null ? "" : value;
                    path = path.replace("{" + parameter.name() + "}", escaped(subject));
                }
                case "query" -> {
                    if (value != null) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(parameter.name())
                                .append('=')
                                .append(escaped(value));
                    }
                }
                default -> {
                    if (value != null) {
                        headers.put(parameter.name(), value);
                    }
                }
            }
        }
        JsonNode body = drawn.body();
        JsonNode sent = body == null || random.nextInt(6) == 0 ? body : known.about(body, subject, drawn.mistake());
        boolean spoilt = false;
        if (sent instanceof ObjectNode members && random.nextInt(10) == 0) {
            spoilt = true;
            sent = spoilt(members);
        }
        if (!drawn.mediaType().equals(FuzzCase.JSON)) {
            exchange.sendAs(drawn.method(), drawn.template(), path + query, headers, other(drawn), Exchange.ANY);
            return;
        }
        exchange.sendAs(
                drawn.method().equals("GET") && random.nextInt(20) == 0 ? "HEAD" : drawn.method(),
                drawn.template(),
                path + query,
                headers,
                sent == null ? null : Exchange.Sent.json(sent),
                spoilt || tolerated(drawn) ? Exchange.ANY : drawn.mistake());
    }

    /** A body that is no JSON: as the generator has it, or one of those of which it knows too little. */
    private Exchange.@Nullable Sent other(FuzzCase drawn) {
        JsonNode body = drawn.body();
        MediaType type = MediaType.get(drawn.mediaType());
        boolean table = drawn.mediaType().equals(FuzzCase.CSV);
        if (random.nextInt(4) > 0) {
            return Exchange.Sent.of(table ? tables.drawn() : forms.form(), type);
        }
        return body == null ? null : Exchange.Sent.of((table ? body.asString("") : form(body)).getBytes(UTF_8), type);
    }

    private static String form(JsonNode body) {
        return body.propertyStream()
                .map(member -> Forms.escaped(member.getKey()) + "="
                        + Forms.escaped(member.getValue().asString("")))
                .collect(Collectors.joining("&"));
    }

    /** With a text in one member that a store, a font or a terminal could stumble over. */
    private JsonNode spoilt(ObjectNode members) {
        List<String> texts = members.propertyStream()
                .filter(member -> member.getValue().isString())
                .map(Map.Entry::getKey)
                .toList();
        return texts.isEmpty()
                ? members
                : members.deepCopy()
                        .put(texts.get(random.nextInt(texts.size())), STRANGE.get(random.nextInt(STRANGE.size())));
    }

    /**
     * The contract says of these that they are replaced, or count as left out; outside a body everything is text, whatever the
     * generator thinks it is; and a moment has no length.
     */
    private static boolean tolerated(FuzzCase drawn) {
        String mistake = drawn.mistake();
        boolean inBody = mistake.startsWith("Body");
        return mistake.startsWith("X-Correlation-Id")
                || mistake.startsWith("Accept-Language")
                || (inBody && mistake.contains(".Properties.") && mistake.endsWith("Type=null"))
                || (!inBody && mistake.contains(".Type="))
                || mistake.contains("occurredAt.Value.Length=");
    }

    private @Nullable String known(FuzzCase drawn, FuzzCase.Parameter parameter) {
        String value = parameter.value();
        if (value == null || random.nextInt(8) == 0) {
            return value;
        }
        return switch (parameter.name()) {
            case "Accept-Language" -> "en";
            case "id" -> drawn.template().contains("/pensioners/") ? person : known.any(noun(drawn.template()), value);
            case "Guichet-Contact" -> contact;
            case "If-Match" -> known.etag(person, value);
            case "Idempotency-Key" -> random.nextInt(4) == 0 ? value : "key-" + random.nextLong(Long.MAX_VALUE);
            case "pensioner" -> person;
            case "contact" -> contact;
            case "agent" -> known.any("agentId", value);
            default -> value;
        };
    }

    private static String noun(String template) {
        return template.contains("/letters/") ? "letters" : template.contains("/messages/") ? "messages" : "contacts";
    }

    private void turnToAnother() {
        left = CALLS_IN_A_CONTACT;
        Map<String, String> headers = signedIn();
        exchange.send("POST", "/v1/contacts/{id}/close", "/v1/contacts/" + contact + "/close", headers, null, "");
        person = known.any("pensioners", "nobody");
        String opening = "{\"pensionerId\":\"" + person + "\",\"reason\":\"call\"}";
        contact = exchange.send("POST", "/v1/contacts", "/v1/contacts", headers, opening, "")
                .text("/id");
        if (contact.isEmpty()) {
            contact = "none";
            return;
        }
        headers.put("Guichet-Contact", contact);
        String file = "/v1/pensioners/" + person;
        if (random.nextInt(4) > 0) {
            exchange.send(
                    "POST",
                    "/v1/pensioners/{id}/verifications",
                    file + "/verifications",
                    headers,
                    "{\"method\":\"CALLED_BACK\"}",
                    "");
        }
        exchange.send("GET", "/v1/pensioners/{id}", file, headers, null, "");
        exchange.send("GET", "/training/v1/pensioners/{id}", "/training/v1/pensioners/" + person, headers, null, "");
    }

    /** Finds people to work with. */
    void search(String words) {
        String body = "{\"query\":\"" + words + "\",\"limit\":20}";
        exchange.send("POST", "/v1/search", "/v1/search", signedIn(), body, "");
    }

    private Map<String, String> signedIn() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept-Language", "en");
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
