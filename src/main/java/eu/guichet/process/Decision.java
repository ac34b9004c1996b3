package eu.guichet.process;

import eu.guichet.contract.ActionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one action now.
 *
 * @param reason null when open
 * @param opensAt when time alone opens it; null otherwise
 * @param againAt for an open resend: when it could be done once more after it was done now; null otherwise
 * @param primary whether it is the one sensible next action
 */
public record Decision(
        ActionKind kind,
        @Nullable Reason reason,
        @Nullable Instant opensAt,
        @Nullable Instant againAt,
        boolean primary) {
    static Decision open(ActionKind kind) {
        return new Decision(kind, null, null, null, false);
    }

    static Decision openAndAgainAt(ActionKind kind, Instant againAt) {
        return new Decision(kind, null, null, againAt, false);
    }

    static Decision closed(ActionKind kind, Reason reason) {
        return new Decision(kind, reason, null, null, false);
    }

    static Decision closedUntil(ActionKind kind, Reason reason, Instant opensAt) {
        return new Decision(kind, reason, opensAt, null, false);
    }

    Decision asPrimary() {
        return new Decision(kind, reason, opensAt, againAt, true);
    }

    Decision withoutAgain() {
        return new Decision(kind, reason, opensAt, null, primary);
    }

    public boolean open() {
        return reason == null;
    }
}
