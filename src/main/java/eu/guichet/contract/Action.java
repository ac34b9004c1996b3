package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be done, or cannot be done now.
 *
 * @param label what the button says, in the agent's language
 * @param open whether the policy allows it now; identity may still have to be verified first
 * @param primary whether it is the one sensible next action; at most one of a file is
 * @param needsVerification whether identity must be verified before it
 * @param reason for a closed action: why, in one sentence; null when open
 * @param opensAt for a closed action that time alone opens: when; null otherwise
 * @param approval for an open action: why a supervisor has to approve it, in sentences; null from an earlier backend
 * @param preview for an open action: what will happen; null when closed
 */
public record Action(
        ActionKind kind,
        String label,
        boolean open,
        boolean primary,
        boolean needsVerification,
        @Nullable String reason,
        @Nullable Instant opensAt,
        @Nullable List<String> approval,
        @Nullable Preview preview) {
    public Action {
        approval = approval == null ? null : List.copyOf(approval);
    }

    /** Why a supervisor has to approve it; empty where it is done at once, and from an earlier backend. */
    public List<String> whySupervisor() {
        return approval == null ? List.of() : approval;
    }

    /** One that is done at once, or closed. */
    public Action(
            ActionKind kind,
            String label,
            boolean open,
            boolean primary,
            boolean needsVerification,
            @Nullable String reason,
            @Nullable Instant opensAt,
            @Nullable Preview preview) {
        this(kind, label, open, primary, needsVerification, reason, opensAt, List.of(), preview);
    }
}
