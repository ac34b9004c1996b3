package eu.guichet.contract;

/** How identity is checked before anything is sent. */
public enum VerificationMethod {
    /** At the counter: an identity document was seen. */
    DOCUMENT_SEEN,
    /** By phone: called back on the number on file. */
    CALLED_BACK,
    /** By phone: data points typed in by the agent and compared by the backend. */
    DATA_POINTS
}
