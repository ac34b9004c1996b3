package eu.guichet.backend.http;

import eu.guichet.contract.ContractJson;

/** The contract itself, for whoever is going to call: no sign-in needed. */
final class OpenApiResource {
    private final byte[] document =
            ContractJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(OpenApi.document());

    Route document() {
        return new Route.Open("/openapi.json", () -> Answer.bytes(Answer.JSON, document));
    }
}
