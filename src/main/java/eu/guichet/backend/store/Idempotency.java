package eu.guichet.backend.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which idempotency key brought about what. Written in the transaction of the act itself. */
public final class Idempotency {
    private final Handle handle;

    Idempotency(Handle handle) {
        this.handle = handle;
    }

    /**
     * What an earlier request with this key brought about.
     *
     * @param requestHash tells whether it was the same request
     * @param resourceId the message or letter that came of it
     */
    public record Kept(String requestHash, String resourceId) {}

    public Optional<Kept> find(String principal, String key) {
        return handle.createQuery("SELECT request_hash, resource_id FROM idempotency"
                        + " WHERE principal = :principal AND idem_key = :key")
                .bind("principal", principal)
                .bind("key", key)
                .map((row, context) -> new Kept(row.getString(1), row.getString(2)))
                .findOne();
    }

    public void keep(String principal, String key, Kept kept, Instant at) {
        handle.createUpdate("INSERT INTO idempotency (principal, idem_key, request_hash, resource_id, kept_at)"
                        + " VALUES (:principal, :key, :request, :resource, :at)")
                .bind("principal", principal)
                .bind("key", key)
                .bind("request", kept.requestHash())
                .bind("resource", kept.resourceId())
                .bind("at", at.toEpochMilli())
                .execute();
    }
}
