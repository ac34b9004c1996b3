package eu.guichet.backend.enrolment;

import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.PassedSteps;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.Worklists;
import eu.guichet.process.ActiveAlert;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Enrolment;
import eu.guichet.process.History;
import eu.guichet.process.LastChange;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.NextChange;
import eu.guichet.process.Policy;
import eu.guichet.process.Rung;
import eu.guichet.process.StandingFacts;
import eu.guichet.process.Waiting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Derives where somebody stands from what has happened. */
public final class StatusDeriver {
    /** To be raised with every change of the process by which the same history stands elsewhere. */
    private static final int RULES = 3;

    /** The last of the steps that one report tells of: the others are done with it. */
    private static final Set<Integer> REPORTED = Set.of(3, 4, 6, 7, 8, 12, 13, 14, 15, 16);

    private final DatedPolicy policy;

    public StatusDeriver(DatedPolicy policy) {
        this.policy = policy;
    }

    /** Another number where other rules, or other figures of the policy, may let the same history stand elsewhere. */
    long rules() {
        String figures = Stream.concat(
                        policy.all().map(StatusDeriver::figures),
                        policy.changes().map(Instant::toString))
                .collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes((RULES + figures).getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }

    private static String figures(Policy policy) {
        // how much an agent may ask for does not move anybody, and a set has no order
        return policy.withLimits(Policy.Limits.NONE).withChannels(Set.of()) + " "
                + policy.channels().stream().sorted().toList();
    }

    /** @param version of the person with this history */
    public EnrolmentStatus derive(Pensioner pensioner, long version, History history, Instant now) {
        return derive(pensioner, version, history, enrolment(pensioner, history, now), now);
    }

    Enrolment enrolment(Pensioner pensioner, History history, Instant now) {
        return pensioner.enrolment(history, policy, now);
    }

    /** @param last who had the file last, or null */
    List<Worklists.Entry> worklists(
            Pensioner pensioner,
            History history,
            Enrolment enrolment,
            EnrolmentStatus status,
            @Nullable StoredContact last) {
        return Waiting.of(history, enrolment, policy, status.since()).stream()
                .map(waiting -> new Worklists.Entry(
                        pensioner.id(),
                        waiting.list(),
                        pensioner.office(),
                        enrolment.step(),
                        waiting.since(),
                        waiting.due(),
                        last == null ? null : last.agentId(),
                        last == null ? null : last.agentName()))
                .toList();
    }

    /** When she passed which step, as far as was reported; what was reported out of its order took no time. */
    static List<PassedSteps.Passed> passed(Pensioner pensioner, Enrolment enrolment) {
        List<PassedSteps.Passed> passed = new ArrayList<>();
        for (Rung rung : enrolment.rungs()) {
            Instant at = rung.doneAt();
            if (at == null || !REPORTED.contains(rung.number())) {
                continue;
            }
            PassedSteps.@Nullable Passed before = passed.isEmpty() ? null : passed.getLast();
            passed.add(new PassedSteps.Passed(
                    pensioner.id(),
                    rung.number(),
                    pensioner.office().name(),
                    at,
                    before == null ? null : before.step(),
                    before == null
                            ? null
                            : Math.max(0, at.toEpochMilli() - before.at().toEpochMilli())));
        }
        return passed;
    }

    EnrolmentStatus derive(Pensioner pensioner, long version, History history, Enrolment enrolment, Instant now) {
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
                LastChange.before(now, history, pensioner.channels(), policy),
                NextChange.after(now, history, pensioner.channels(), policy).orElse(null),
                letter == null ? null : letter.id(),
                letter == null ? null : letter.state(),
                enrolment.alerts().stream().map(ActiveAlert::kind).collect(Collectors.toUnmodifiableSet()),
                StandingFacts.of(history, enrolment));
    }
}
