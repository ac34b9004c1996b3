package eu.guichet.client;

/** What may be done when an answer is lost. */
enum Repeatability {
    /** It only asks: again, as often as wanted. */
    QUESTION,
    /** It acts under an idempotency key: again with the same key, and the backend answers as it did, or acts now. */
    KEYED_ACT,
    /** It acts, and each arrival counts: never again. */
    ACT,
    /**
     * The document is given out once: asking once more is answered with it, or with word that it was given out. Never
     * again once it has begun to arrive.
     */
    GIVEN_OUT_ONCE;

    /** Whether something is done at the backend by it. */
    boolean acts() {
        return this == KEYED_ACT || this == ACT;
    }

    boolean asks() {
        return this == QUESTION;
    }
}
