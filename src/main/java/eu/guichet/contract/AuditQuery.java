package eu.guichet.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit trail are wanted; what is null does not narrow.
 *
 * @param pensionerId only what was about this person
 * @param agentId only what this agent did
 * @param contactId only what was done within this contact
 * @param on only what was done on this day, in the zone of the office of whoever asks
 * @param before only rows with a smaller sequence number, as {@link AuditPage#before} of the page before says
 */
public record AuditQuery(
        @Nullable String pensionerId,
        @Nullable String agentId,
        @Nullable String contactId,
        @Nullable LocalDate on,
        @Nullable Long before) {
    public static final AuditQuery EVERYTHING = new AuditQuery(null, null, null, null, null);

    /** The same rows, from there on. */
    public AuditQuery before(@Nullable Long sequence) {
        return new AuditQuery(pensionerId, agentId, contactId, on, sequence);
    }
}
