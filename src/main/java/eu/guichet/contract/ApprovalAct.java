package eu.guichet.contract;

import eu.guichet.text.Keys;

/** What may wait for a supervisor's approval. */
public enum ApprovalAct {
    GENERATE_LETTER,
    LIFT_ALERT,
    UNLOCK_VERIFICATION;

    /** The message key, such as {@code generate-letter}. */
    public String key() {
        return Keys.kebab(this);
    }
}
