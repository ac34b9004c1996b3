package eu.guichet.contract;

import java.time.Instant;
import java.util.List;

/**
 * What was done in a contact that is closed.
 *
 * @param done one sentence an act, in the agent's language, oldest first; empty where nothing was done but looking
 */
public record ContactSummary(
        String id, AccessReason reason, Instant openedAt, Instant closedAt, List<String> done, String note) {
    public ContactSummary {
        done = List.copyOf(done);
    }
}
