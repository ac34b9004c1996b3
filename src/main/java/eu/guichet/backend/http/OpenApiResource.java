package eu.guichet.backend.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The contract itself, for whoever is going to call: no sign-in needed. */
final class OpenApiResource {
    private final byte[] document;

    OpenApiResource() {
        try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is part of the program");
            }
            document = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Route document() {
        return new Route.Open("/openapi.json", () -> Answer.bytes(Answer.JSON, document));
    }
}
