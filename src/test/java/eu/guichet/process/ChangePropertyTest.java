package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** When a situation began, and when time alone changes what is shown. */
class ChangePropertyTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    /** No two waits are alike, so that one which is forgotten is missed; the cap is soon reached. */
    private static final Policy POLICY = Policy.standard()
            .changedBy(Map.of(
                    "messages.email-pause",
                    "7m",
                    "messages.cap",
                    "2",
                    "messages.cap-window",
                    "5h",
                    "letters.cap",
                    "2",
                    "letters.cap-window",
                    "9h"))
            .changedBy(Map.of("approval.letters", "2", "approval.letter-months", "1", "approval.address-days", "1"));

    @Property(tries = 3_000)
    void until_the_next_change_nothing_changes_and_at_it_something_does(
            @ForAll("policies") DatedPolicy policy,
            @ForAll("happenings") List<Event> happened,
            @ForAll("moments") Instant now,
            @ForAll("moments") Instant other) {
        History history = new History(happened);
        Instant later = other.isBefore(now) ? now : other;
        List<Object> before = shown(policy, history, now);
        Optional<Instant> next = NextChange.after(now, history, Histories.ALL, policy);
        Instant still = next.filter(at -> !later.isBefore(at))
                .map(ChangePropertyTest::justBefore)
                .orElse(later);
        assertThat(shown(policy, history, still)).isEqualTo(before);
        next.ifPresent(at -> assertThat(shown(policy, history, at)).isNotEqualTo(before));
    }

    @Property(tries = 3_000)
    void a_situation_began_when_another_one_ended_and_holds_since(
            @ForAll("policies") DatedPolicy policy,
            @ForAll("happenings") List<Event> happened,
            @ForAll("moments") Instant now,
            @ForAll @IntRange(max = 9) int tenth) {
        History history = upTo(new History(happened), now);
        Situation situation = situation(policy, history, now);
        Instant since = LastChange.before(now, history, Histories.ALL, policy);
        if (since.equals(Instant.EPOCH)) {
            assertThat(situation).isEqualTo(Situation.NOT_STARTED);
            return;
        }
        Instant before = justBefore(since);
        assertThat(situation(policy, upTo(history, before), before)).isNotEqualTo(situation);
        Instant between =
                since.plus(Duration.between(since, now).multipliedBy(tenth).dividedBy(10));
        assertThat(situation(policy, upTo(history, between), between)).isEqualTo(situation);
    }

    @Property(tries = 3_000)
    void a_situation_that_time_leaves_as_it_is_keeps_its_beginning(
            @ForAll("policies") DatedPolicy policy,
            @ForAll("happenings") List<Event> happened,
            @ForAll("moments") Instant now,
            @ForAll @IntRange(max = 9) int ninth) {
        History history = new History(happened);
        Instant until = NextChange.after(now, history, Histories.ALL, policy)
                .map(ChangePropertyTest::justBefore)
                .orElse(now.plus(Duration.ofDays(1_000)));
        Instant later =
                now.plus(Duration.between(now, until).multipliedBy(ninth).dividedBy(9));
        assertThat(LastChange.before(later, history, Histories.ALL, policy))
                .isEqualTo(LastChange.before(now, history, Histories.ALL, policy));
    }

    /** Each history goes as far as a step drawn for it, so that most stand where messages and codes expire. */
    @Provide
    Arbitrary<List<Event>> happenings() {
        return Arbitraries.of(0, 2, 5, 7, 8, 19)
                .flatMap(furthest -> Combinators.combine(
                                Arbitraries.longs().between(0, 10L * 60 * 60).map(START::plusSeconds),
                                Arbitraries.of(IntStream.rangeClosed(0, 22)
                                        .filter(what -> what <= furthest || (what >= 9 && what <= 13) || what >= 20)
                                        .boxed()
                                        .toList()),
                                Arbitraries.of("l1", "l2", "l3"),
                                Arbitraries.of("m1", "m2", "m3"),
                                Arbitraries.of(MessageKind.class))
                        .as(HistoryPropertyTest::event)
                        .list()
                        .ofMaxSize(14)
                        .map(HistoryPropertyTest::eachAtItsOwnMoment));
    }

    /** One that stays, and some that change in the middle of what happens. */
    @Provide
    Arbitrary<DatedPolicy> policies() {
        return DatedPolicies.any(POLICY, START);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 18L * 60 * 60),
                        Arbitraries.longs().between(0, 400L * 24 * 60 * 60))
                .map(START::plusSeconds);
    }

    private static History upTo(History history, Instant moment) {
        return new History(history.events().stream()
                .filter(event -> !event.at().isAfter(moment))
                .toList());
    }

    private static Situation situation(DatedPolicy policy, History history, Instant at) {
        return Enrolment.of(history, Histories.ALL, policy, at).situation();
    }

    /** All that does not go with the clock. */
    private static List<Object> shown(DatedPolicy policy, History history, Instant at) {
        Enrolment enrolment = Enrolment.of(history, Histories.ALL, policy, at);
        return List.of(
                enrolment.situation(),
                enrolment.state(),
                enrolment.step(),
                enrolment.rungs(),
                enrolment.letters(),
                enrolment.approvals(),
                enrolment.decisions().stream().map(Decision::withoutAgain).toList());
    }

    private static Instant justBefore(Instant at) {
        return at.minusNanos(1);
    }
}
