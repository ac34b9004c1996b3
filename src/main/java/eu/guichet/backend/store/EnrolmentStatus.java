package eu.guichet.backend.store;

import eu.guichet.contract.Alert;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Situation;
import eu.guichet.process.StandingFacts;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one enrolment stands, derived from its history and kept beside it, so that lists are read without histories.
 *
 * @param version of the person when it was derived
 * @param step of the manual, 1 to 16
 * @param since when this situation began; the epoch where it has never been otherwise
 * @param nextChangeAt when time alone may change it; null when it does not
 * @param letterId the latest letter, or null
 * @param alerts in force
 */
public record EnrolmentStatus(
        String pensionerId,
        OfficeCode office,
        long version,
        EnrolmentState state,
        int step,
        Situation situation,
        Instant since,
        @Nullable Instant nextChangeAt,
        @Nullable String letterId,
        @Nullable LetterState letterState,
        Set<Alert> alerts,
        StandingFacts facts) {
    public EnrolmentStatus {
        alerts = Set.copyOf(alerts);
    }

    /** Whether time may have changed it by now, so that it is to be derived anew. */
    public boolean due(Instant now) {
        return nextChangeAt != null && !nextChangeAt.isAfter(now);
    }
}
