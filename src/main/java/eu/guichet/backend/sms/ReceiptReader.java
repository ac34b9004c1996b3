package eu.guichet.backend.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.contract.MessageStatus;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads receipts that gateways post, under whatever names: an object, or a form, that has an id and a status is a receipt, however
 * deep it lies and however many there are. Numbers of a status are left alone: no two gateways mean the same by them.
 */
final class ReceiptReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Without capitals, dashes and underscores; the likeliest first. */
    private static final List<String> IDS = List.of(
            "messageid",
            "msgid",
            "smsid",
            "messageuuid",
            "messagesid",
            "smssid",
            "uuid",
            "id",
            "reference",
            "ref",
            "clientref",
            "clientreference",
            "clientmessageid",
            "externalid",
            "callbackdata");

    private static final List<String> STATUSES = List.of(
            "status",
            "messagestatus",
            "smsstatus",
            "deliverystatus",
            "dlrstatus",
            "dlvrmsgstat",
            "state",
            "stat",
            "groupname",
            "name");
    private static final List<String> TELEPHONES =
            List.of("to", "msisdn", "recipient", "destination", "number", "phone", "phonenumber");
    private static final List<String> FAILED =
            List.of("undeliv", "notdeliv", "fail", "expir", "reject", "delet", "deliveryfail", "deliveryimpossible");

    private ReceiptReader() {}

    /** Empty where it is no JSON, or has no receipt. */
    static List<Receipt> json(String body) {
        List<Receipt> found = new ArrayList<>();
        try {
            collect(JSON.readTree(body), found);
        } catch (JacksonException e) {
            return List.of();
        }
        return found;
    }

    /** Empty where the form has no receipt. */
    static List<Receipt> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] both = pair.split("=", 2);
            try {
                fields.putIfAbsent(
                        plain(URLDecoder.decode(both[0], UTF_8)),
                        both.length < 2 ? "" : URLDecoder.decode(both[1], UTF_8));
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        return receipt(fields, first(STATUSES, fields)).stream().toList();
    }

    private static void collect(JsonNode node, List<Receipt> found) {
        if (node.isObject()) {
            Map<String, String> fields = scalars(node);
            Optional<Receipt> receipt = receipt(
                    fields,
                    first(STATUSES, fields)
                            .or(() -> node.propertyStream()
                                    .filter(member -> STATUSES.contains(plain(member.getKey())))
                                    .flatMap(member -> first(STATUSES, scalars(member.getValue())).stream())
                                    .findFirst()));
            receipt.ifPresent(found::add);
            if (receipt.isPresent()) {
                return;
            }
        }
        node.forEach(child -> collect(child, found));
    }

    private static Map<String, String> scalars(JsonNode object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.propertyStream()
                .filter(member ->
                        member.getValue().isString() || member.getValue().isNumber())
                .forEach(member -> fields.putIfAbsent(
                        plain(member.getKey()), member.getValue().asString()));
        return fields;
    }

    private static Optional<Receipt> receipt(Map<String, String> fields, Optional<String> status) {
        List<String> ids =
                all(IDS, fields).filter(id -> !id.isBlank()).distinct().toList();
        return ids.isEmpty() || status.isEmpty()
                ? Optional.empty()
                : Optional.of(new Receipt(
                        ids.getFirst(),
                        status(status.get()),
                        first(TELEPHONES, fields).orElse(null),
                        ids));
    }

    private static Stream<String> all(List<String> names, Map<String, String> fields) {
        return names.stream().flatMap(name -> Stream.ofNullable(fields.get(name)));
    }

    private static Optional<String> first(List<String> names, Map<String, String> fields) {
        return all(names, fields).findFirst();
    }

    /** Null for what is not final, and for what nobody here understands. */
    private static @Nullable MessageStatus status(String written) {
        String word = plain(written);
        if (FAILED.stream().anyMatch(word::startsWith)) {
            return MessageStatus.BOUNCED;
        }
        return word.startsWith("delivered") || word.startsWith("delivrd") ? MessageStatus.DELIVERED : null;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
