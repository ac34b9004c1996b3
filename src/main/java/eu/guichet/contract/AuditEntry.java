package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail.
 *
 * @param sequence grows by one with each row
 * @param act what was done, such as {@code file-read} or {@code message-sent}
 * @param pensionerId whom it was about, or null for a search that was opened by nobody in particular
 * @param contactId within which contact, or null where none was open
 * @param reason why, as the agent gave it
 * @param outcome what came of it
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String agentId,
        String agentName,
        Role role,
        OfficeCode office,
        String act,
        @Nullable String pensionerId,
        @Nullable String contactId,
        @Nullable String reason,
        String outcome) {}
