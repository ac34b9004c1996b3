package eu.guichet.backend.store;

/**
 * A message that one dispatcher alone is handing over for a while.
 *
 * @param token proves to the store that the lease is still held
 * @param tries how often handing over has been tried before
 */
public record Lease(StoredMessage message, String token, int tries) {}
