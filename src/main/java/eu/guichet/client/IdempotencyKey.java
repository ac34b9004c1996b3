package eu.guichet.client;

import java.util.UUID;

/** Names one intention of the agent, so that however often it is sent it is done once. */
public record IdempotencyKey(String value) {
    public static IdempotencyKey create() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
