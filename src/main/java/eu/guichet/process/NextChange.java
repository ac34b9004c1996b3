package eu.guichet.process;

import eu.guichet.contract.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When time alone changes where somebody stands, what becomes of her letters, or what is open and why not. */
public final class NextChange {
    private NextChange() {}

    /** @return empty when time alone changes nothing any more */
    public static Optional<Instant> after(Instant now, History history, Set<Channel> onFile, DatedPolicy policy) {
        Enrolment before = Enrolment.of(history, onFile, policy, now);
        return moments(history, policy, now)
                .filter(now::isBefore)
                .distinct()
                .sorted()
                .filter(at -> differ(before, Enrolment.of(history, onFile, policy, at)))
                .findFirst();
    }

    /**
     * Every moment, past or to come, at which a wait, a life or a day ends that the rules count, or other figures hold. At most of them nothing
     * changes, and nothing changes by time at any other.
     */
    static Stream<Instant> moments(History history, DatedPolicy policy, Instant now) {
        Stream<Instant> waits =
                history.events().stream().flatMap(event -> durations(policy).map(event.at()::plus));
        Stream<Instant> letters =
                LetterStatus.of(history, policy, now).stream().flatMap(letter -> moments(letter, policy));
        Stream<Instant> opening =
                history.first(Event.Confirmed.class).map(confirmed -> Progress.opensOn(confirmed, policy)).stream();
        return Stream.of(waits, letters, opening, approvals(history, policy), policy.changes())
                .flatMap(moments -> moments);
    }

    /** When an approval lapses, and when nothing wants one any more. */
    private static Stream<Instant> approvals(History history, DatedPolicy policy) {
        Stream<Instant> lapses = history.all(Event.ApprovalAsked.class).map(Event.ApprovalAsked::lapsesAt);
        Stream<Instant> letters = history.all(Event.LetterGenerated.class)
                .flatMap(letter -> policy.all()
                        .map(figures -> Actions.countsUntil(letter.at(), figures.approvals(), policy.zone())));
        Stream<Instant> addresses = history.all(Event.RegisterChanged.class)
                .filter(changed -> changed.fields().contains(RegisterField.ADDRESS))
                .flatMap(changed -> policy.all().map(figures -> Actions.newUntil(changed.at(), figures.approvals())));
        return Stream.of(lapses, letters, addresses).flatMap(moments -> moments);
    }

    private static Stream<Instant> moments(LetterStatus letter, DatedPolicy policy) {
        return Stream.concat(
                Stream.of(letter.lapsesAt(policy.zone())),
                letter
                        .postOfficeIsDone()
                        .map(day -> day.atStartOfDay(policy.zone()).toInstant())
                        .stream());
    }

    /** With whichever figures: at most of them nothing changes anyway. */
    private static Stream<Duration> durations(DatedPolicy policy) {
        return policy.all().flatMap(NextChange::durations).distinct();
    }

    private static Stream<Duration> durations(Policy policy) {
        Policy.Messages messages = policy.messages();
        return Stream.of(
                messages.activationWait(),
                messages.linkLife(),
                messages.codeLife(),
                messages.codeLife().plus(messages.signInWait()),
                messages.emailPause(),
                messages.smsPause(),
                messages.capWindow(),
                policy.letters().capWindow());
    }

    private static boolean differ(Enrolment one, Enrolment other) {
        return one.situation() != other.situation()
                || one.state() != other.state()
                || one.step() != other.step()
                || !one.letters().equals(other.letters())
                || !one.approvals().equals(other.approvals())
                || !decisions(one).equals(decisions(other));
    }

    /** Without when an open one could be done again, which goes with the clock. */
    private static List<Decision> decisions(Enrolment enrolment) {
        return enrolment.decisions().stream().map(Decision::withoutAgain).toList();
    }
}
