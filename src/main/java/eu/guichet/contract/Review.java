package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act that a supervisor is to look at afterwards.
 *
 * @param id opaque, safe in a URL
 * @param act key of the act, such as {@code letter-generated}; see {@link AuditAct#of}
 * @param outcome what the audit trail keeps of it
 * @param at when it was done
 * @param by name of whoever did it
 * @param office where it was done
 * @param name the person's: family name in capitals, then first name
 * @param reason of the contact in which it was done, as the audit trail has it; null where there was none
 * @param verification how the person was identified in that contact before; null where that is not known
 * @param contactId the contact in which it was done, or null
 */
public record Review(
        String id,
        ReviewWhy why,
        String act,
        String outcome,
        Instant at,
        String by,
        OfficeCode office,
        String pensionerId,
        String name,
        int birthYear,
        @Nullable String reason,
        @Nullable VerificationMethod verification,
        @Nullable String contactId) {}
