package eu.guichet.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When time alone may next change where somebody stands or what is open: the earliest end, after now, of a wait, a life or a
 * day that the rules count. It may name a moment at which nothing changes after all, and never misses one at which
 * something does.
 */
public final class NextChange {
    private NextChange() {}

    /** @return empty when time alone changes nothing any more */
    public static Optional<Instant> after(Instant now, History history, Enrolment enrolment, Policy policy) {
        Stream<Instant> waits =
                history.events().stream().flatMap(event -> durations(policy).map(event.at()::plus));
        Stream<Instant> letters = enrolment.letters().stream()
                .filter(letter -> letter.state().outstanding())
                .flatMap(letter -> Stream.concat(
                        Stream.of(letter.lapsesAt(policy.zone())),
                        Optional.ofNullable(letter.goesBackOn())
                                .map(day -> day.atStartOfDay(policy.zone()).toInstant())
                                .stream()));
        Stream<Instant> opening = Optional.ofNullable(enrolment.opensOn()).stream();
        // what is told of a moment to come, by a clock that is ahead, counts from then on as well
        Stream<Instant> ahead = history.events().stream().map(Event::at);
        return Stream.of(waits, letters, opening, ahead)
                .flatMap(moments -> moments)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
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
}
