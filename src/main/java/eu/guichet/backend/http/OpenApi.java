package eu.guichet.backend.http;

import eu.guichet.contract.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract as an OpenAPI 3.1 document, put together from one part a noun. */
final class OpenApi {
    private static final List<String> PARTS = List.of(
            "frame",
            "office",
            "offices",
            "search",
            "pensioners",
            "contacts",
            "file",
            "acts",
            "handovers",
            "approvals",
            "reviews",
            "messages",
            "letters",
            "printing",
            "letter-desk",
            "batches",
            "batch-records",
            "worklists",
            "callbacks",
            "notices",
            "right-office",
            "live",
            "oversight",
            "figures",
            "process",
            "register",
            "training",
            "problems",
            "refusals",
            "examples");

    private OpenApi() {}

    static ObjectNode document() {
        ObjectNode document = ContractJson.mapper().createObjectNode();
        PARTS.forEach(part -> add(document, read(part)));
        return document;
    }

    /** What both have as an object is put together, member by member. */
    private static void add(ObjectNode whole, JsonNode part) {
        part.properties().forEach(member -> {
            if (whole.get(member.getKey()) instanceof ObjectNode inside
                    && member.getValue().isObject()) {
                add(inside, member.getValue());
            } else {
                whole.set(member.getKey(), member.getValue());
            }
        });
    }

    private static JsonNode read(String part) {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi/" + part + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the contract's part " + part + " is part of the program");
            }
            return ContractJson.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
