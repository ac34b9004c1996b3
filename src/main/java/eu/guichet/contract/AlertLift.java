package eu.guichet.contract;

import eu.guichet.typed.Typed;

/**
 * Lifts an alert that is in force.
 *
 * @param reason 3 to 300 characters in the supervisor's own words; it is kept in the history and the audit trail
 */
public record AlertLift(Alert alert, String reason) {
    public AlertLift {
        if (reason != null) {
            reason = Typed.words(reason);
        }
    }
}
