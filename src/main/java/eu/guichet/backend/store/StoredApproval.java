package eu.guichet.backend.store;

import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.ApprovalReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An act that waits for a supervisor, or waited. Moments are kept to the millisecond.
 *
 * @param requestHash tells whether a call that is repeated asks for the same
 * @param reasons why nobody does it alone
 * @param key idempotency key of whoever asked
 * @param contactId the contact in which it was asked for; null where there was none
 * @param state as it is kept: what nobody has decided stays asked until it is swept up, see {@link #stateAt}
 * @param decision null while nobody has decided
 */
public record StoredApproval(
        String id,
        String pensionerId,
        ApprovalRequest request,
        String requestHash,
        List<ApprovalReason> reasons,
        Asker asker,
        String key,
        @Nullable String contactId,
        Instant askedAt,
        Instant lapsesAt,
        ApprovalState state,
        @Nullable Decided decision) {
    public StoredApproval {
        reasons = List.copyOf(reasons);
        askedAt = Instant.ofEpochMilli(askedAt.toEpochMilli());
        lapsesAt = Instant.ofEpochMilli(lapsesAt.toEpochMilli());
    }

    /**
     * Whoever asked, as they were then.
     *
     * @param office where they work
     * @param offices for which they act
     */
    public record Asker(String id, String name, Role role, OfficeCode office, Set<OfficeCode> offices) {
        public Asker {
            offices = Set.copyOf(offices);
        }
    }

    /**
     * How it ended.
     *
     * @param by the supervisor; null where nobody decided in time
     * @param reason the supervisor's own words, or empty
     * @param resultId what came of the act, or null
     */
    public record Decided(
            StoredLetter.@Nullable Person by,
            Instant at,
            String reason,
            @Nullable String resultId) {
        public Decided {
            at = Instant.ofEpochMilli(at.toEpochMilli());
        }
    }

    public ApprovalAct act() {
        return request.act();
    }

    /** How far it has come at this moment. */
    public ApprovalState stateAt(Instant now) {
        return state == ApprovalState.ASKED && !now.isBefore(lapsesAt) ? ApprovalState.LAPSED : state;
    }

    /** The same, decided. */
    public StoredApproval decided(ApprovalState outcome, Decided how) {
        return new StoredApproval(
                id, pensionerId, request, requestHash, reasons, asker, key, contactId, askedAt, lapsesAt, outcome, how);
    }

    /** Never prints what was written. */
    @Override
    public String toString() {
        return "StoredApproval[" + id + " " + state + "]";
    }
}
