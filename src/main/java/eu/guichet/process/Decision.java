package eu.guichet.process;

import eu.guichet.contract.ActionKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one action now.
 *
 * @param reason null when open
 * @param opensAt when time alone opens it; null otherwise
 * @param againAt for an open resend: when it could be done once more after it was done now; null otherwise
 * @param primary whether it is the one sensible next action
 * @param approval for an open action: why nobody does it alone; empty where whoever asks does it at once, and where it is closed
 */
public record Decision(
        ActionKind kind,
        @Nullable Reason reason,
        @Nullable Instant opensAt,
        @Nullable Instant againAt,
        boolean primary,
        List<ApprovalReason> approval) {
    public Decision {
        approval = List.copyOf(approval);
    }

    /** What comes of it when somebody wants it done. */
    public enum Outcome {
        /** It is done. */
        DONE,
        /** A supervisor is asked. */
        ASKS,
        /** It is refused. */
        REFUSED
    }

    static Decision open(ActionKind kind) {
        return new Decision(kind, null, null, null, false, List.of());
    }

    static Decision asking(ActionKind kind, List<ApprovalReason> approval) {
        return new Decision(kind, null, null, null, false, approval);
    }

    static Decision openAndAgainAt(ActionKind kind, Instant againAt) {
        return new Decision(kind, null, null, againAt, false, List.of());
    }

    static Decision closed(ActionKind kind, Reason reason) {
        return new Decision(kind, reason, null, null, false, List.of());
    }

    /** @param opensAt null where time alone does not open it */
    public static Decision closedUntil(ActionKind kind, Reason reason, @Nullable Instant opensAt) {
        return new Decision(kind, reason, opensAt, null, false, List.of());
    }

    Decision asPrimary() {
        return new Decision(kind, reason, opensAt, againAt, true, approval);
    }

    Decision withoutAgain() {
        return new Decision(kind, reason, opensAt, null, primary, approval);
    }

    /** Whether it can be asked for; who does it then is told by {@link #outcome}. */
    public boolean open() {
        return reason == null;
    }

    public Outcome outcome() {
        if (!open()) {
            return Outcome.REFUSED;
        }
        return approval.isEmpty() ? Outcome.DONE : Outcome.ASKS;
    }
}
