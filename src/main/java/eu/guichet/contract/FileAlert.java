package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is in force.
 *
 * @param sentence what it means and what to do, in the agent's language
 * @param liftable whether the calling agent may lift it, with a reason
 * @param approval why another supervisor has to approve that, in sentences; null from an earlier backend
 */
public record FileAlert(
        Alert kind,
        Instant since,
        String sentence,
        boolean liftable,
        @Nullable List<String> approval) {
    public FileAlert {
        approval = approval == null ? null : List.copyOf(approval);
    }

    /** Why another supervisor has to approve that; empty where it is lifted at once, and from an earlier backend. */
    public List<String> whySupervisor() {
        return approval == null ? List.of() : approval;
    }

    /** One that is lifted at once, or not by whoever reads. */
    public FileAlert(Alert kind, Instant since, String sentence, boolean liftable) {
        this(kind, since, sentence, liftable, List.of());
    }
}
