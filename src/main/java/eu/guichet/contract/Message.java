package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message and how far it has come.
 *
 * @param id opaque identifier, safe in a URL; {@code GET /v1/messages/{id}} tells its status
 * @param destination masked
 * @param language BCP 47 tag
 * @param detail for a bounced or failed message: why, in the agent's language
 */
public record Message(
        String id,
        String pensionerId,
        MessageKind kind,
        String destination,
        String language,
        MessageStatus status,
        Instant requestedAt,
        Instant changedAt,
        @Nullable String detail) {}
