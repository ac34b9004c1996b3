package eu.guichet.process;

import eu.guichet.contract.ActionKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the policy says of one action now.
 *
 * @param reason null when open
 * @param opensAt when time alone opens it; null otherwise
 * @param primary whether it is the one sensible next action
 */
public record Decision(
        ActionKind kind, @Nullable Reason reason, @Nullable Instant opensAt, boolean primary) {
    static Decision open(ActionKind kind) {
        return new Decision(kind, null, null, false);
    }

    static Decision closed(ActionKind kind, Reason reason) {
        return new Decision(kind, reason, null, false);
    }

    static Decision closedUntil(ActionKind kind, Reason reason, Instant opensAt) {
        return new Decision(kind, reason, opensAt, false);
    }

    Decision asPrimary() {
        return new Decision(kind, reason, opensAt, true);
    }

    public boolean open() {
        return reason == null;
    }
}
