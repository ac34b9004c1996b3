package eu.guichet.contract;

/** Who is to call back. */
public enum CallbackBy {
    /** Whoever promised it. */
    PROMISER,
    /** Anybody of the office where it was promised. */
    OFFICE
}
