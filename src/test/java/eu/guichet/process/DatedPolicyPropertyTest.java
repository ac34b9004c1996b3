package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.MessageKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A history that is judged across the day on which other figures begin to hold. */
class DatedPolicyPropertyTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Policy POLICY = Policy.standard();
    private static final List<MessageKind> RESENDABLE =
            Arrays.stream(MessageKind.values()).filter(MessageKind::resendable).toList();

    private static Enrolment of(DatedPolicy policy, History history, Instant now) {
        return Enrolment.of(history, Histories.ALL, policy, now);
    }

    @Property
    void what_is_closed_until_a_moment_is_open_then_whichever_figures_hold_by_then(
            @ForAll("policies") DatedPolicy policy,
            @ForAll("happenings") List<Event> happened,
            @ForAll("moments") Instant now) {
        History history = new History(happened);
        for (Decision decision : of(policy, history, now).decisions()) {
            Instant opensAt = decision.opensAt();
            if (opensAt != null) {
                assertThat(opensAt).isAfter(now);
                assertThat(of(policy, history, opensAt)
                                .decision(decision.kind())
                                .open())
                        .isTrue();
                assertThat(of(policy, history, opensAt.minusMillis(1))
                                .decision(decision.kind())
                                .open())
                        .isFalse();
            }
        }
    }

    @Property
    void what_is_open_says_truly_when_it_is_open_once_more(
            @ForAll("policies") DatedPolicy policy,
            @ForAll("happenings") List<Event> happened,
            @ForAll("moments") Instant now) {
        History history = new History(
                happened.stream().filter(event -> !event.at().isAfter(now)).toList());
        for (MessageKind kind : RESENDABLE) {
            Decision decision = of(policy, history, now).decision(new ActionKind.Resend(kind));
            if (decision.open()) {
                History after = history.plus(new Event.MessageRequested(now, "new", kind, "M. D."));
                assertThat(of(policy, after, now)
                                .decision(new ActionKind.Resend(kind))
                                .opensAt())
                        .isEqualTo(decision.againAt());
            }
        }
    }

    @Property
    void before_and_after_a_change_what_was_promised_with_a_letter_stays(
            @ForAll("policies") DatedPolicy policy,
            @ForAll("happenings") List<Event> happened,
            @ForAll("moments") Instant now) {
        History history = new History(happened);
        policy.changes()
                .forEach(change -> assertThat(of(policy, history, change).letters())
                        .extracting(LetterStatus::terms)
                        .isEqualTo(of(policy, history, now).letters().stream()
                                .map(LetterStatus::terms)
                                .toList()));
    }

    @Property
    void until_the_first_change_everything_is_as_without_it_where_nothing_is_told_of_later(
            @ForAll("policies") DatedPolicy policy,
            @ForAll("happenings") List<Event> happened,
            @ForAll("moments") Instant now) {
        History history = new History(
                happened.stream().filter(event -> !event.at().isAfter(now)).toList());
        boolean changed = policy.changes().anyMatch(at -> !at.isAfter(now));
        if (!changed) {
            Enrolment dated = of(policy, history, now);
            Enrolment plain = of(policy.at(now), history, now);
            assertThat(dated.situation()).isEqualTo(plain.situation());
            assertThat(dated.letters()).isEqualTo(plain.letters());
            assertThat(dated.decisions().stream().map(Decision::open).toList())
                    .isEqualTo(plain.decisions().stream().map(Decision::open).toList());
        }
    }

    @Provide
    Arbitrary<DatedPolicy> policies() {
        return DatedPolicies.any(POLICY, START);
    }

    @Provide
    Arbitrary<List<Event>> happenings() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 10L * 60 * 60).map(START::plusSeconds),
                        Arbitraries.integers().between(0, 19),
                        Arbitraries.of("l1", "l2", "l3"),
                        Arbitraries.of("m1", "m2", "m3"),
                        Arbitraries.of(MessageKind.class))
                .as(HistoryPropertyTest::event)
                .list()
                .ofMaxSize(14)
                .map(HistoryPropertyTest::eachAtItsOwnMoment);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 20L * 60 * 60).map(START::plusSeconds);
    }
}
