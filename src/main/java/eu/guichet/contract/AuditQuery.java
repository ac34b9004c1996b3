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
 * @param office only what was done by people of this office
 * @param act only acts of this kind, by the key of {@link AuditAct}; one of a newer backend as well
 * @param from only what was done on this day or later, in that zone
 * @param until only what was done on this day or earlier, in that zone
 * @param before only rows with a smaller sequence number, as {@link AuditPage#before} of the page before says
 */
public record AuditQuery(
        @Nullable String pensionerId,
        @Nullable String agentId,
        @Nullable String contactId,
        @Nullable LocalDate on,
        @Nullable OfficeCode office,
        @Nullable String act,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Long before) {
    public static final AuditQuery EVERYTHING = new AuditQuery(null, null, null, null, null, null, null, null, null);

    /** The same rows, from there on. */
    public AuditQuery before(@Nullable Long sequence) {
        return new AuditQuery(pensionerId, agentId, contactId, on, office, act, from, until, sequence);
    }

    /** From the newest row on, about this person or, with null, about anybody. */
    public AuditQuery about(@Nullable String person) {
        return new AuditQuery(person, agentId, contactId, on, office, act, from, until, null);
    }

    /** From the newest row on, by this agent or, with null, by anybody. */
    public AuditQuery by(@Nullable String agent) {
        return new AuditQuery(pensionerId, agent, contactId, on, office, act, from, until, null);
    }

    /** From the newest row on, within this contact or, with null, within any and none. */
    public AuditQuery within(@Nullable String contact) {
        return new AuditQuery(pensionerId, agentId, contact, on, office, act, from, until, null);
    }

    /** From the newest row on, in this office or, with null, in any. */
    public AuditQuery in(@Nullable OfficeCode one) {
        return new AuditQuery(pensionerId, agentId, contactId, on, one, act, from, until, null);
    }

    /** From the newest row on, acts of this kind or, with null, of any. */
    public AuditQuery doing(@Nullable String kind) {
        return new AuditQuery(pensionerId, agentId, contactId, on, office, kind, from, until, null);
    }

    /** From the newest row on, within these days, the last among them; null is no bound. */
    public AuditQuery between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new AuditQuery(pensionerId, agentId, contactId, on, office, act, first, last, null);
    }
}
