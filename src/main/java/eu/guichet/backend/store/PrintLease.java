package eu.guichet.backend.store;

/**
 * A print job that one node alone looks after for a while.
 *
 * @param token proves to the store that the lease is still held
 */
public record PrintLease(StoredPrintJob job, String token) {}
