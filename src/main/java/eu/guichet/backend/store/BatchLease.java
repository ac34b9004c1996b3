package eu.guichet.backend.store;

/**
 * A batch whose letters one node alone generates for a while.
 *
 * @param token proves to the store that the lease is still held
 */
public record BatchLease(StoredBatch batch, String token) {}
