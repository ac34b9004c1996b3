package eu.guichet.backend.store;

import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.OfficeCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call-back as it is kept. Moments are kept to the millisecond.
 *
 * @param office where it was promised
 * @param agentId who promised it
 * @param endedAt null while it is owed, as are the name of who ended it and the reason
 */
public record StoredCallback(
        String id,
        String pensionerId,
        OfficeCode office,
        String agentId,
        String agentName,
        CallbackBy whose,
        String note,
        Instant promisedAt,
        Instant due,
        CallbackState state,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String reason) {
    /**
     * As it is owed where nobody but the competent office opens the file: a call goes with the person, and is one of that office’s
     * unless whoever promised it acts there as well. One that is settled is as it was.
     *
     * @param agent who looks
     */
    public StoredCallback owedAt(OfficeCode competent, String agent) {
        return office == competent || endedAt != null
                ? this
                : new StoredCallback(
                        id,
                        pensionerId,
                        competent,
                        agentId,
                        agentName,
                        agentId.equals(agent) ? whose : CallbackBy.OFFICE,
                        note,
                        promisedAt,
                        due,
                        state,
                        null,
                        null,
                        null);
    }

    /** As this agent sees it. */
    public Callback seenBy(String agent) {
        return new Callback(
                id, pensionerId, office, due, whose, note, agentName, promisedAt, agentId.equals(agent), state);
    }

    /** Never prints what was noted. */
    @Override
    public String toString() {
        return "StoredCallback[" + id + ", " + state + "]";
    }
}
