package eu.guichet.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.contract.ContractJson;
import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Receipts of gateways as forms and as JSON, under names that gateways use, and not all of them sound. */
final class Forms {
    private static final List<String> NAMES = List.of(
            "id",
            "messageId",
            "message_id",
            "MessageSid",
            "reference",
            "clientRef",
            "status",
            "MessageStatus",
            "dlr",
            "state",
            "stat",
            "to",
            "msisdn",
            "number",
            "err",
            "text",
            "",
            "[]",
            "results[0][id]",
            "%",
            "\u0000",
            "\u00e9");
    private static final List<String> VALUES = List.of(
            "m1",
            "m2",
            "4F3A-7",
            "4f3a7",
            "DELIVRD",
            "delivered",
            "EXPIRED",
            "failed",
            "ENROUTE",
            "0",
            "2",
            "-1",
            "99999999999999999999",
            "1e400",
            "352621123456",
            "+352 621 123456",
            "",
            " ",
            "\u0000",
            "\ud800",
            "\u202e",
            "x".repeat(5000),
            "id:4f3a-7 sub:001 dlvrd:001 submit date:2611281200 done date:2611281201 stat:DELIVRD err:000 text:",
            "'; --",
            "${jndi:ldap://127.0.0.1/x}",
            "{\"id\":\"m1\"}");
    private static final List<String> BROKEN =
            List.of("%", "%4", "%zz", "&&&", "=", "==", "&=&", "\u00ff", "a;b=c", "%00", "%ED%A0%80");
    private static final int DEEP = 2000;

    private final Random random;

    Forms(Random random) {
        this.random = random;
    }

    byte[] form() {
        String form = pairs(random.nextInt(8)).collect(Collectors.joining("&"));
        String whole = switch (random.nextInt(8)) {
            case 0 -> form + any(BROKEN) + form;
            case 1 -> any(BROKEN);
            case 2 -> random.nextInt(6) == 0 ? "a=1&".repeat(20_000) : form;
            default -> form;
        };
        return whole.getBytes(ISO_8859_1);
    }

    private Stream<String> pairs(int most) {
        return IntStream.rangeClosed(0, most).mapToObj(_ -> escaped(any(NAMES)) + "=" + escaped(any(VALUES)));
    }

    byte[] json() {
        String json = switch (random.nextInt(12)) {
            case 0 -> "[".repeat(random.nextInt(DEEP)) + receipt(2);
            case 1 -> "{\"results\":".repeat(random.nextInt(200)) + receipt(1);
            case 2 -> any(List.of("", "null", "[]", "{}", "1", "\"a\"", "[null]", "{\"id\":1e999999,\"status\":2}"));
            default -> receipt(3).toString();
        };
        return json.getBytes(UTF_8);
    }

    private JsonNode receipt(int deep) {
        return switch (random.nextInt(deep > 0 ? 5 : 3)) {
            case 0 -> ContractJson.mapper().valueToTree(random.nextInt());
            case 1 -> ContractJson.mapper().nullNode();
            case 2 -> ContractJson.mapper().valueToTree(any(VALUES));
            case 3 -> {
                var list = ContractJson.mapper().createArrayNode();
                IntStream.range(0, random.nextInt(4)).forEach(_ -> list.add(receipt(deep - 1)));
                yield list;
            }
            default -> {
                var members = ContractJson.mapper().createObjectNode();
                members.put("id", any(VALUES)).put("status", any(VALUES));
                IntStream.range(0, random.nextInt(5)).forEach(_ -> members.set(any(NAMES), receipt(deep - 1)));
                yield members;
            }
        };
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
