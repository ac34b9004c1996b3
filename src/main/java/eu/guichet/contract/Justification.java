package eu.guichet.contract;

import eu.guichet.typed.Typed;

/**
 * Why something out of the ordinary is done: an alert lifted, a verification unlocked, a postal record taken back.
 *
 * @param reason 3 to 300 characters in the agent's own words; it is kept in the history and the audit trail
 */
public record Justification(String reason) {
    public Justification {
        if (reason != null) {
            reason = Typed.words(reason);
        }
    }
}
