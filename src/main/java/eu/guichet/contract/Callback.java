package eu.guichet.contract;

import java.time.Instant;

/**
 * A call-back that was promised to somebody.
 *
 * @param id opaque, safe in a URL
 * @param office where it was promised; its zone and its hours are those of the call
 * @param at when she is to be called, UTC
 * @param note what it is about, in the words of whoever promised it; empty where none were written
 * @param promisedBy name of the agent
 * @param mine whether the calling agent promised it
 */
public record Callback(
        String id,
        String pensionerId,
        OfficeCode office,
        Instant at,
        CallbackBy by,
        String note,
        String promisedBy,
        Instant promisedAt,
        boolean mine,
        CallbackState state) {
    /** Whether its time has come and nobody has called. */
    public boolean overdue(Instant now) {
        return state == CallbackState.OPEN && at.isBefore(now);
    }

    /** Whether it is for the calling agent to do and late. */
    public boolean missed(Instant now) {
        return mine && overdue(now);
    }
}
