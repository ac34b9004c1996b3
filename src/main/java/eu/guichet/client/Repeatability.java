package eu.guichet.client;

/** What may be done when an answer is lost. */
enum Repeatability {
    /** It only asks, or what it does is only replaced by doing it again: again, as often as wanted. */
    QUESTION,
    /**
     * It acts, and asked again the backend answers as it did, or acts now: under an idempotency key, or because what is on file
     * already is not recorded twice.
     */
    KEYED_ACT,
    /** It acts, and each arrival counts: never again. */
    ACT;

    /** Whether something is done at the backend by it. */
    boolean acts() {
        return this == KEYED_ACT || this == ACT;
    }

    boolean asks() {
        return this == QUESTION;
    }
}
