package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatedPolicyTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-12-31T23:00:00Z");
    private static final ActionKind SMS = ActionKind.RESEND_CHALLENGE_SMS;

    private static DatedPolicy from(Map<String, String> lines) {
        return DatedPolicy.read(Policy.standard(), lines);
    }

    private static Enrolment sms(DatedPolicy policy, Instant asked, Instant now, Instant... resent) {
        List<Event> events = Stream.<Event>concat(
                        Stream.of(
                                new Event.AccountRequested(asked.minus(Duration.ofMinutes(30))),
                                new Event.PasswordSet(asked.minus(Duration.ofMinutes(20))),
                                new Event.PhoneAdded(asked)),
                        Stream.of(resent)
                                .map(at ->
                                        new Event.MessageRequested(at, "m" + at, MessageKind.CHALLENGE_SMS, "M. D.")))
                .toList();
        return Enrolment.of(new History(events), Histories.ALL, policy, now);
    }

    @Test
    void a_code_that_was_sent_before_midnight_is_accepted_as_long_as_was_said_then() {
        DatedPolicy policy = from(Map.of("messages.code-life@2027-01-01", "2m"));
        Instant before = MIDNIGHT.minusSeconds(60);
        assertThat(sms(policy, before, before.plusSeconds(599)).situation()).isEqualTo(Situation.CHALLENGE_SENT);
        assertThat(sms(policy, MIDNIGHT, MIDNIGHT.plusSeconds(121)).situation()).isEqualTo(Situation.CHALLENGE_EXPIRED);
    }

    @Test
    void a_channel_is_switched_off_at_midnight_and_nothing_is_promised_beyond_it() {
        DatedPolicy policy = from(Map.of("channels@2027-01-01", "email", "messages.sms-pause", "5m"));
        Instant asked = MIDNIGHT.minusSeconds(120);
        assertThat(sms(policy, asked, MIDNIGHT.minusSeconds(1)).decision(SMS).reason())
                .isEqualTo(new Reason.ChannelOff());
        assertThat(sms(policy, MIDNIGHT.minusSeconds(400), MIDNIGHT.minusSeconds(1))
                        .decision(SMS)
                        .open())
                .isTrue();
        assertThat(sms(policy, MIDNIGHT.minusSeconds(400), MIDNIGHT).situation())
                .isEqualTo(Situation.PHONE_PENDING_WITHOUT_SMS);
    }

    @Test
    void a_cap_that_rises_at_midnight_opens_then_and_not_when_the_old_window_ends() {
        DatedPolicy policy = from(Map.of("messages.cap", "1", "messages.cap@2027-01-01", "2"));
        Instant evening = MIDNIGHT.minus(Duration.ofHours(2));
        Decision closed = sms(policy, evening, evening.plusSeconds(600), evening.plusSeconds(300))
                .decision(SMS);
        assertThat(closed.reason()).isEqualTo(new Reason.Cap(1));
        assertThat(closed.opensAt()).isEqualTo(MIDNIGHT);
    }

    @Test
    void a_letter_has_the_terms_of_the_day_it_was_generated_even_where_they_were_not_kept_with_it() {
        DatedPolicy policy = from(Map.of("letters.tries@2027-01-01", "3"));
        History history = new History(List.of(
                new Event.AccessRequested(MIDNIGHT.minusSeconds(7200)),
                new Event.LetterGenerated(MIDNIGHT.minusSeconds(3600), "l1", "G-7KQ4-93VX", "M. D."),
                new Event.LetterGenerated(MIDNIGHT.plusSeconds(3600), "l2", "G-2M5N-88TR", "M. D.")));
        assertThat(Enrolment.of(history, Histories.ALL, policy, MIDNIGHT.plusSeconds(7200))
                        .letters())
                .extracting(letter -> letter.terms().tries())
                .containsExactly(5, 3);
    }

    @Test
    void midnight_is_that_of_the_policy_s_zone() {
        DatedPolicy policy = from(Map.of("zone", "Europe/Athens", "letters.tries@2027-07-01", "3"));
        assertThat(policy.changes()).containsExactly(Instant.parse("2027-06-30T21:00:00Z"));
        assertThat(policy.changeAfter(Instant.parse("2027-06-30T21:00:00Z"))).isEmpty();
    }
}
