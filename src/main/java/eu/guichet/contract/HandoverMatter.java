package eu.guichet.contract;

import eu.guichet.text.Keys;

/** What DIGIT is asked for: each has its own message, and its own event that solves it. */
public enum HandoverMatter {
    /** Steps 1 to 5: no account, or no e-mail with a link that opens. */
    ACCOUNT,
    /** The phone or another second factor is lost: it is erased so that she can add one anew. */
    LOST_FACTOR,
    /** She has two accounts, which are to become one. */
    SECOND_ACCOUNT,
    /** Somebody else acted in her name. */
    NOT_ME;

    /** The message key, such as {@code lost-factor}. */
    public String key() {
        return Keys.kebab(this);
    }

    /** Whether identity has to be verified first: what DIGIT then does is what an impostor would want. */
    public boolean needsVerification() {
        return this == LOST_FACTOR || this == SECOND_ACCOUNT;
    }
}
