package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act that the policy lets nobody do alone: it is done once a supervisor has approved it, in the name of whoever asked.
 *
 * @param id opaque, safe in a URL
 * @param name the person's: family name in capitals, then first name
 * @param what one sentence in the reader's language: what is asked for
 * @param why sentences: why the policy wants a second person
 * @param changes sentences: what it would change, or has changed
 * @param askedBy name of whoever asked
 * @param office where they work
 * @param lapsesAt from when on it can be approved no more
 * @param mine whether whoever reads asked for it
 * @param closed why whoever reads may not decide about it, in a sentence; null where they may
 * @param decidedBy name of the supervisor; null while nobody has decided
 * @param reason the supervisor's own words; null where there are none
 * @param resultId the letter that came of it; null for everything else
 */
public record Approval(
        String id,
        String pensionerId,
        String name,
        int birthYear,
        ApprovalAct act,
        ApprovalState state,
        String what,
        List<String> why,
        List<String> changes,
        String askedBy,
        OfficeCode office,
        Instant askedAt,
        Instant lapsesAt,
        boolean mine,
        @Nullable String closed,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String resultId) {
    public Approval {
        why = List.copyOf(why);
        changes = List.copyOf(changes);
    }

    /** Whether whoever reads can decide about it. */
    public boolean decidable() {
        return state == ApprovalState.ASKED && closed == null;
    }
}
