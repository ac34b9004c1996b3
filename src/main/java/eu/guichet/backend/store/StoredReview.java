package eu.guichet.backend.store;

import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.ReviewVerdict;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.contract.VerificationMethod;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An act that is to be looked at, or was.
 *
 * @param act as the trail has it; it is about a person
 * @param approvedBy id of the supervisor who approved it; null where it took no approval
 * @param verification how the person was identified before; null where nobody was
 * @param judged null while nobody has looked
 */
public record StoredReview(
        String id,
        ReviewWhy why,
        AuditEntry act,
        @Nullable String approvedBy,
        @Nullable VerificationMethod verification,
        @Nullable Judged judged) {
    /**
     * What was found.
     *
     * @param note the supervisor's own words, or empty
     */
    public record Judged(ReviewVerdict.Verdict verdict, String note, StoredLetter.Person by, Instant at) {}

    public String pensionerId() {
        return Objects.requireNonNull(act.pensionerId());
    }

    /** Never prints what was written. */
    @Override
    public String toString() {
        return "StoredReview[" + id + " " + why + "]";
    }
}
