package eu.guichet.backend.store;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.OfficeCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact as stored.
 *
 * @param agentId whose it is
 * @param office the agent's
 * @param readAt when the file was first read in it, or null
 * @param closedAt null while it is open
 * @param note the agent's own line, or empty
 */
public record StoredContact(
        String id,
        String pensionerId,
        String agentId,
        String agentName,
        OfficeCode office,
        AccessReason reason,
        Instant openedAt,
        @Nullable Instant readAt,
        @Nullable Instant closedAt,
        String note) {
    /** Whether it is open, this agent's, and about this person. */
    public boolean openFor(String agent, String pensioner) {
        return closedAt == null && agentId.equals(agent) && pensionerId.equals(pensioner);
    }

    /** As it travels. */
    public Contact contact() {
        return new Contact(id, pensionerId, reason, openedAt, note);
    }

    /** Never prints the note. */
    @Override
    public String toString() {
        return "StoredContact[" + id + "]";
    }
}
