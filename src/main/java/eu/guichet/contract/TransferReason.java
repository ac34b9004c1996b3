package eu.guichet.contract;

/** Why another office is competent for somebody. */
public enum TransferReason {
    /** She lives elsewhere now, and the register does not say so yet. */
    MOVED,
    /** The register names a wrong office. */
    REGISTER_ERROR,
    /** As the remark says. */
    OTHER
}
