package eu.guichet.contract;

/** Why the post brought a letter back. */
public enum ReturnReason {
    UNCLAIMED,
    REFUSED,
    UNKNOWN_AT_ADDRESS,
    MOVED,
    INSUFFICIENT_ADDRESS,
    DECEASED
}
