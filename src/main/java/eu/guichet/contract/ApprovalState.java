package eu.guichet.contract;

import eu.guichet.text.Keys;

/** How far an act has come that wants a second person. */
public enum ApprovalState {
    /** A supervisor is asked. */
    ASKED,
    /** A supervisor approved, and in the same moment it was done. */
    DONE,
    /** A supervisor refused it. */
    REFUSED,
    /** Nobody decided in time. */
    LAPSED,
    /** Whoever asked for it has taken it back. */
    WITHDRAWN;

    /** The message key, such as {@code asked}. */
    public String key() {
        return Keys.kebab(this);
    }
}
