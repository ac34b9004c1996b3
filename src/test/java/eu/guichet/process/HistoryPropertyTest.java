package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.Channel;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.StepState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every history, however its events arrive and whichever of them were never reported. */
class HistoryPropertyTest {
    private static final List<MessageKind> RESENDABLE =
            Arrays.stream(MessageKind.values()).filter(MessageKind::resendable).toList();
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Policy POLICY = Policy.standard();

    @Property
    void no_order_of_arrival_loses_an_event_or_changes_what_it_amounts_to(
            @ForAll("crowded") List<Event> happened, @ForAll long seed, @ForAll("moments") Instant now) {
        List<Event> shuffled = new ArrayList<>(happened);
        Collections.shuffle(shuffled, new Random(seed));
        History one = new History(happened);
        History other = History.EMPTY;
        for (Event event : shuffled) {
            other = other.plus(event);
        }
        assertThat(other.events()).containsExactlyElementsOf(one.events()).hasSize(happened.size());
        assertThat(of(other, now)).isEqualTo(of(one, now));
    }

    @Property
    void an_open_action_is_one_that_the_policy_opens(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        History history = new History(happened);
        Enrolment enrolment = of(history, now);
        for (MessageKind kind : RESENDABLE) {
            if (enrolment.decision(new ActionKind.Resend(kind)).open()) {
                Duration pause = POLICY.messages().pause(kind.channel());
                assertThat(sent(history, kind, false)).noneMatch(at -> at.isAfter(now.minus(pause)));
                assertThat(history.events())
                        .noneMatch(event -> has(event, kind) && event.at().isAfter(now.minus(pause)));
                assertThat(sent(history, kind, true).stream().filter(at -> at.isAfter(now.minus(Duration.ofHours(24)))))
                        .hasSizeLessThan(POLICY.messages().cap());
            }
        }
        if (enrolment.decision(ActionKind.GENERATE_LETTER).open()) {
            assertThat(history.has(Event.AccessRequested.class) || history.has(Event.LetterGenerated.class))
                    .isTrue();
            assertThat(history.has(Event.Confirmed.class)).isFalse();
        }
        if (enrolment.handoverMatters().contains(HandoverMatter.ACCOUNT)) {
            assertThat(enrolment.state()).isIn(EnrolmentState.NOT_STARTED, EnrolmentState.ACCOUNT_REQUESTED);
        }
    }

    @Property
    void a_closed_action_has_a_reason_and_is_open_at_the_moment_it_names(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        History history = new History(happened);
        for (Decision decision : of(history, now).decisions()) {
            assertThat(decision.open()).isEqualTo(decision.reason() == null);
            Instant opensAt = decision.opensAt();
            if (opensAt != null) {
                assertThat(opensAt).isAfter(now);
                assertThat(of(history, opensAt).decision(decision.kind()).open())
                        .isTrue();
                assertThat(of(history, opensAt.minusMillis(1))
                                .decision(decision.kind())
                                .open())
                        .isFalse();
            }
        }
    }

    @Property
    void whoever_asks_for_a_letter_does_it_alone_only_where_it_is_not_one_of_many_and_the_address_not_new(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        History history = new History(happened);
        Decision decision = of(history, now).decision(ActionKind.GENERATE_LETTER);
        assertThat(decision.outcome() == Decision.Outcome.REFUSED).isEqualTo(!decision.open());
        boolean many = history.all(Event.LetterGenerated.class)
                        .filter(letter -> letter.at()
                                .atZone(POLICY.zone())
                                .plusMonths(6)
                                .toInstant()
                                .isAfter(now))
                        .count()
                >= 2;
        boolean moved = history.all(Event.RegisterChanged.class)
                .anyMatch(changed -> changed.at().plus(Duration.ofDays(14)).isAfter(now));
        if (decision.open()) {
            assertThat(decision.outcome() == Decision.Outcome.ASKS).isEqualTo(many || moved);
        }
    }

    @Property
    void what_an_open_resend_says_of_the_next_one_comes_true(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        History history = new History(
                happened.stream().filter(event -> !event.at().isAfter(now)).toList());
        for (MessageKind kind : RESENDABLE) {
            Decision decision = of(history, now).decision(new ActionKind.Resend(kind));
            if (decision.open()) {
                Instant againAt = Objects.requireNonNull(decision.againAt());
                History after = history.plus(new Event.MessageRequested(now, "new", kind, "M. D."));
                assertThat(of(after, now).decision(new ActionKind.Resend(kind)).opensAt())
                        .isEqualTo(againAt);
            }
        }
    }

    @Property
    void a_switched_off_channel_opens_nothing_that_needs_it(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now, @ForAll Channel off) {
        Set<Channel> left = off == Channel.SMS ? Set.of(Channel.EMAIL) : Set.of(Channel.SMS);
        Enrolment enrolment = Enrolment.of(new History(happened), Histories.ALL, POLICY.withChannels(left), now);
        for (MessageKind kind : RESENDABLE) {
            if (kind.channel() == off) {
                assertThat(enrolment.decision(new ActionKind.Resend(kind)).open())
                        .isFalse();
            }
        }
    }

    @Property
    void at_most_one_action_is_the_sensible_one_and_it_is_open(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        List<Decision> primary = of(new History(happened), now).decisions().stream()
                .filter(Decision::primary)
                .toList();
        assertThat(primary).hasSizeLessThanOrEqualTo(1).allMatch(Decision::open);
    }

    @Property
    void at_most_one_letter_is_outstanding_and_none_once_confirmed(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        History history = new History(happened);
        Enrolment enrolment = of(history, now);
        List<LetterStatus> outstanding = enrolment.letters().stream()
                .filter(letter -> letter.state().outstanding())
                .toList();
        assertThat(outstanding).hasSizeLessThanOrEqualTo(1);
        assertThat(enrolment.letters())
                .hasSize((int) history.all(Event.LetterGenerated.class).count());
        if (!outstanding.isEmpty()) {
            assertThat(outstanding.getFirst()).isEqualTo(enrolment.letters().getLast());
            assertThat(history.has(Event.Confirmed.class)).isFalse();
        }
    }

    @Property
    void the_ladder_has_sixteen_rungs_done_up_to_here_and_later_after_it(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        Enrolment enrolment = of(new History(happened), now);
        List<StepState> states = enrolment.rungs().stream().map(Rung::state).toList();
        assertThat(states).hasSize(16).isSorted();
        assertThat(states.stream().filter(state -> state == StepState.HERE).count())
                .isLessThanOrEqualTo(1);
    }

    @Property
    void whoever_waits_for_a_code_stands_at_its_step_and_nowhere_else(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        Enrolment enrolment = of(new History(happened), now);
        String situation = enrolment.situation().name();
        assertThat(enrolment.step() == 8).isEqualTo(situation.startsWith("CHALLENGE"));
        assertThat(enrolment.step() == 13).isEqualTo(situation.startsWith("SIGN_IN_CODE"));
        if (enrolment.step() == 13) {
            assertThat(enrolment.decision(ActionKind.RESEND_SIGN_IN_SMS).reason())
                    .isNotEqualTo(new Reason.NoSignIn());
        } else if (enrolment.state() == EnrolmentState.PHONE_CONFIRMED) {
            assertThat(enrolment.decision(ActionKind.RESEND_SIGN_IN_SMS).reason())
                    .isEqualTo(new Reason.NoSignIn());
        }
    }

    @Property
    void a_later_step_implies_the_earlier_ones(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now, @ForAll long seed) {
        List<Event> some = new ArrayList<>(happened);
        some.removeIf(
                new Random(seed).doubles().iterator().next() < 0.5
                        ? event -> event instanceof Event.PasswordSet || event instanceof Event.PhoneAdded
                        : event -> event instanceof Event.AccountRequested || event instanceof Event.SignedIn);
        History history = new History(some);
        if (history.has(Event.AccessRequested.class) || history.has(Event.LetterGenerated.class)) {
            assertThat(of(history, now).state()).isGreaterThanOrEqualTo(EnrolmentState.ACCESS_REQUESTED);
        }
    }

    @Property
    void a_letter_that_was_superseded_returned_or_locked_never_comes_back_to_life(
            @ForAll("crowded") List<Event> happened,
            @ForAll @IntRange(max = 25) int known,
            @ForAll("moments") Instant now,
            @ForAll @IntRange(max = 1_000) int days) {
        List<Event> all = new History(happened).events();
        History before = new History(all.subList(0, Math.min(known, all.size())));
        List<LetterStatus> later =
                of(new History(all), now.plus(Duration.ofDays(days))).letters();
        for (LetterStatus letter : of(before, now).letters()) {
            boolean forGood = switch (letter.state()) {
                case SUPERSEDED, RETURNED, LOCKED, REDEEMED, VOIDED -> true;
                // A receipt told late gives it its months after all.
                case EXPIRED -> false;
                case GENERATED, PRINTED, POSTED, RECEIVED -> false;
            };
            if (forGood) {
                assertThat(later)
                        .filteredOn(line -> line.id().equals(letter.id()))
                        .singleElement()
                        .matches(line -> !line.state().outstanding());
            }
        }
    }

    @Property
    void a_letter_that_is_dead_stays_dead_while_nothing_is_told(
            @ForAll("happenings") List<Event> happened, @ForAll("moments") Instant now) {
        History history = new History(happened);
        List<LetterStatus> later = of(history, now.plus(Duration.ofDays(1_000))).letters();
        List<LetterStatus> before = of(history, now).letters();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).state().outstanding()) {
                assertThat(later.get(i).state().outstanding()).isFalse();
            }
        }
    }

    @Property
    void no_letter_lives_for_ever(@ForAll("happenings") List<Event> happened) {
        assertThat(of(new History(happened), START.plus(Duration.ofDays(1_000))).outstandingLetter())
                .isEmpty();
    }

    /** With all messages known, or with those only that agents had sent again: EU Login's own need not be reported. */
    @Provide
    Arbitrary<List<Event>> happenings() {
        Arbitrary<List<Event>> all = event(when()).list().ofMaxSize(25).map(HistoryPropertyTest::eachAtItsOwnMoment);
        return Arbitraries.oneOf(
                all, all.map(HistoryPropertyTest::withoutFirstMessages), all.map(HistoryPropertyTest::withoutMessages));
    }

    /** As {@link #happenings()}, with many at one instant. */
    @Provide
    Arbitrary<List<Event>> crowded() {
        return Arbitraries.oneOf(
                happenings(),
                event(Arbitraries.integers().between(0, 3).map(hour -> START.plus(Duration.ofHours(hour))))
                        .list()
                        .ofMaxSize(25)
                        .map(HistoryPropertyTest::eachLetterOnce));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 400L * 24 * 60).map(minutes -> START.plus(Duration.ofMinutes(minutes)));
    }

    /** The most part of a day apart, so that resends meet their caps; half of them within the first day. */
    private static Arbitrary<Instant> when() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 24L * 60 * 60),
                        Arbitraries.longs().between(0, 365L * 24 * 60 * 60))
                .map(START::plusSeconds);
    }

    private static Arbitrary<Event> event(Arbitrary<Instant> when) {
        return net.jqwik.api.Combinators.combine(
                        when,
                        Arbitraries.integers().between(0, 22),
                        Arbitraries.of("l1", "l2", "l3"),
                        Arbitraries.of("m1", "m2", "m3"),
                        Arbitraries.of(MessageKind.class))
                .as(HistoryPropertyTest::event);
    }

    /**
     * @param what 0 to 8 for the steps up to the access request, 9 to 13 for messages, 14 to 19 from the letter on, 20 to 22 for
     *     what wants an approval
     */
    static Event event(Instant at, int what, String letter, String message, MessageKind kind) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return switch (what) {
            case 0 -> new Event.AccountRequested(at);
            case 1 -> new Event.PasswordSet(at);
            case 2 -> new Event.PhoneAdded(at);
            case 3 -> new Event.ChallengeCodeRefused(at);
            case 4 -> new Event.PhoneConfirmed(at);
            case 5 -> new Event.SignInStarted(at);
            case 6 -> new Event.SignInCodeRefused(at);
            case 7 -> new Event.SignedIn(at);
            case 8 -> new Event.AccessRequested(at);
            case 9 -> new Event.MessageRequested(at, message, kind, "");
            case 10, 11, 12 -> new Event.MessageRequested(at, message, kind, "M. D.");
            case 13 -> new Event.MessageProgressed(at, message, MessageStatus.DELIVERED);
            case 14 -> new Event.LetterGenerated(at, letter, "G-" + letter, "M. D.");
            case 15 -> new Event.LetterPosted(at, letter, "RR473124829BE", day);
            case 16 -> new Event.LetterReceived(at, letter, day);
            case 17 -> new Event.LetterReturned(at, letter, day, ReturnReason.MOVED);
            case 18 -> new Event.ConfirmationCodeRefused(at, letter);
            case 20 -> new Event.RegisterChanged(at, Set.of(RegisterField.ADDRESS));
            case 21 -> new Event.ApprovalAsked(at, letter, act(message), at.plus(Duration.ofHours(13)), "M. D.");
            case 22 ->
                new Event.ApprovalDecided(at, letter, act(message), ApprovalState.REFUSED, "no", "M. D.", "A. K.");
            default ->
                letter.equals("l3") ? new Event.Confirmed(at, letter) : new Event.HandedOver(at, "IM0042", "M. D.");
        };
    }

    private static ApprovalAct act(String message) {
        return message.equals("m3") ? ApprovalAct.LIFT_ALERT : ApprovalAct.GENERATE_LETTER;
    }

    private static List<Event> withoutFirstMessages(List<Event> events) {
        return events.stream()
                .filter(event -> !(event instanceof Event.MessageRequested message) || message.resent())
                .toList();
    }

    private static List<Event> withoutMessages(List<Event> events) {
        return events.stream()
                .filter(event ->
                        !(event instanceof Event.MessageRequested) && !(event instanceof Event.MessageProgressed))
                .toList();
    }

    static List<Event> eachAtItsOwnMoment(List<Event> events) {
        Set<Instant> taken = new HashSet<>();
        return eachLetterOnce(
                events.stream().filter(event -> taken.add(event.at())).toList());
    }

    private static List<Event> eachLetterOnce(List<Event> events) {
        Set<String> taken = new HashSet<>();
        return events.stream()
                .filter(event -> !(event instanceof Event.LetterGenerated letter) || taken.add(letter.letterId()))
                .toList();
    }

    private static Enrolment of(History history, Instant now) {
        return Enrolment.of(history, Histories.ALL, POLICY, now);
    }

    private static List<Instant> sent(History history, MessageKind kind, boolean onlyResent) {
        return history.all(Event.MessageRequested.class)
                .filter(message -> message.kind() == kind && (message.resent() || !onlyResent))
                .map(Event::at)
                .toList();
    }

    /** Whether EU Login sends a message of this kind at this event. */
    private static boolean has(Event event, MessageKind kind) {
        return switch (kind) {
            case ACTIVATION_EMAIL -> event instanceof Event.AccountRequested;
            case CHALLENGE_SMS -> event instanceof Event.PhoneAdded;
            case PHONE_CONFIRMATION_EMAIL -> event instanceof Event.PhoneConfirmed;
            case SIGN_IN_SMS -> event instanceof Event.SignInStarted;
            case LETTER_ORDERED_EMAIL,
                    LETTER_ORDERED_SMS,
                    LETTER_WAITS_EMAIL,
                    LETTER_WAITS_SMS,
                    CODE_UNUSED_EMAIL,
                    CODE_UNUSED_SMS,
                    CODE_LAPSES_EMAIL,
                    CODE_LAPSES_SMS -> event instanceof Event.LetterGenerated;
            case HANDOVER_EMAIL -> event instanceof Event.HandedOver;
        };
    }
}
