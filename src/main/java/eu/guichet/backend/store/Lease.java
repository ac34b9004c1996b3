package eu.guichet.backend.store;

/**
 * A message that one dispatcher alone is handing over for a while.
 *
 * @param token proves to the store that the lease is still held
 * @param attempt which try this is, from 1; one begun by a server that has ended does not count
 */
public record Lease(StoredMessage message, String token, int attempt) {}
