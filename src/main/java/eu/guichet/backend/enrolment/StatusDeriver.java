package eu.guichet.backend.enrolment;

import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.process.ActiveAlert;
import eu.guichet.process.Enrolment;
import eu.guichet.process.History;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.NextChange;
import eu.guichet.process.Policy;
import eu.guichet.process.StandingFacts;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derives where somebody stands from what has happened. */
public final class StatusDeriver {
    private final Policy policy;

    public StatusDeriver(Policy policy) {
        this.policy = policy;
    }

    /**
     * @param before the row so far, or null: while the situation stays, so does its beginning
     * @param version of the person with this history
     */
    public EnrolmentStatus derive(
            Pensioner pensioner, long version, History history, @Nullable EnrolmentStatus before, Instant now) {
        return derive(pensioner, version, history, enrolment(pensioner, history, now), before, now);
    }

    Enrolment enrolment(Pensioner pensioner, History history, Instant now) {
        return pensioner.enrolment(history, policy, now);
    }

    EnrolmentStatus derive(
            Pensioner pensioner,
            long version,
            History history,
            Enrolment enrolment,
            @Nullable EnrolmentStatus before,
            Instant now) {
        @Nullable
        LetterStatus letter =
                enrolment.letters().isEmpty() ? null : enrolment.letters().getLast();
        return new EnrolmentStatus(
                pensioner.id(),
                pensioner.office(),
                version,
                enrolment.state(),
                enrolment.step(),
                enrolment.situation(),
                before != null && before.situation() == enrolment.situation() ? before.since() : now,
                NextChange.after(now, history, enrolment, policy).orElse(null),
                letter == null ? null : letter.id(),
                letter == null ? null : letter.state(),
                enrolment.alerts().stream().map(ActiveAlert::kind).collect(Collectors.toUnmodifiableSet()),
                StandingFacts.of(history, enrolment));
    }
}
