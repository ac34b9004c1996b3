package eu.guichet.contract;

import eu.guichet.typed.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor decides about an act that waits for approval.
 *
 * @param reason 3 to 300 characters in the supervisor's own words, kept in the history; a refusal needs one
 */
public record ApprovalDecision(Verdict verdict, @Nullable String reason) {
    public ApprovalDecision {
        if (reason != null) {
            reason = Typed.words(reason);
        }
    }

    /** Yes or no. */
    public enum Verdict {
        APPROVE,
        REFUSE
    }

    public static ApprovalDecision approve() {
        return new ApprovalDecision(Verdict.APPROVE, null);
    }

    public static ApprovalDecision refuse(String reason) {
        return new ApprovalDecision(Verdict.REFUSE, reason);
    }
}
