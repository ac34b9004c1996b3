package eu.guichet.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the agent identified the person. The three data points are all required for {@code DATA_POINTS} and must be absent
 * otherwise.
 */
public record VerificationRequest(
        VerificationMethod method,
        @Nullable String pensionNumber,
        @Nullable LocalDate birthDate,
        @Nullable String postcode) {
    /** Never prints what was typed. */
    @Override
    public String toString() {
        return "VerificationRequest[" + method + "]";
    }
}
