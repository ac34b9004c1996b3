package eu.guichet.backend.store;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row to be added to the audit trail.
 *
 * @param pensionerId whom it was about, or null
 * @param reason why, as the agent gave it, or null
 * @param contactId within which contact, or null
 * @param outcome what came of it
 * @param effective whether something was done; a refusal, a miss or a repetition does nothing
 */
public record AuditRow(
        Instant at,
        String agentId,
        String agentName,
        Role role,
        OfficeCode office,
        AuditAct act,
        @Nullable String pensionerId,
        @Nullable String contactId,
        @Nullable String reason,
        String outcome,
        boolean effective) {}
