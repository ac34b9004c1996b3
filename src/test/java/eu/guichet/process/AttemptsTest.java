package eu.guichet.process;

import static eu.guichet.process.Standing.at;
import static eu.guichet.process.Standing.closed;
import static eu.guichet.process.Standing.primary;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.StepState;
import eu.guichet.contract.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What begins a second time is judged by its own beginning. */
class AttemptsTest {
    @Test
    void a_second_account_request_waits_its_own_15_minutes_whatever_became_of_the_first() {
        Histories asked = Histories.accountRequested()
                .progressed(MessageStatus.BOUNCED)
                .after(Duration.ofHours(1))
                .resent(MessageKind.ACTIVATION_EMAIL)
                .after(Duration.ofDays(1));
        asked.add(new Event.AccountRequested(asked.now())).after(Duration.ofMinutes(14));
        at(asked, EnrolmentState.ACCOUNT_REQUESTED, 4, Turn.DIGIT, Situation.ACTIVATION_WAIT);
        assertThat(closed(asked, ActionKind.RESEND_ACTIVATION_EMAIL)).contains(new Reason.FirstWait());
        at(
                asked.after(Duration.ofMinutes(1)),
                EnrolmentState.ACCOUNT_REQUESTED,
                4,
                Turn.DIGIT,
                Situation.ACTIVATION_MISSING);
    }

    @Test
    void an_sms_that_EU_Login_has_just_sent_makes_the_next_wait_a_minute_though_nobody_reported_it() {
        Histories added = Histories.nothing().add(new Event.PhoneAdded(Histories.START));
        Histories started = Histories.nothing().add(new Event.SignInStarted(Histories.START));
        Map<ActionKind, Histories> sent = Map.of(
                ActionKind.RESEND_CHALLENGE_SMS, added,
                ActionKind.RESEND_SIGN_IN_SMS, started);
        sent.forEach((kind, histories) -> {
            Decision resend =
                    histories.after(Duration.ofSeconds(30)).enrolment().decision(kind);
            assertThat(resend.reason()).isEqualTo(new Reason.Pause());
            assertThat(resend.opensAt()).isEqualTo(Histories.START.plusSeconds(60));
            assertThat(primary(histories.after(Duration.ofSeconds(30)))).contains(kind);
        });
    }

    @Test
    void the_email_that_confirms_the_number_pauses_15_minutes_after_the_confirmation_itself() {
        Histories confirmed = Histories.nothing()
                .add(new Event.PhoneConfirmed(Histories.START))
                .after(Duration.ofMinutes(14));
        assertThat(closed(confirmed, ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL))
                .contains(new Reason.Pause());
        assertThat(closed(confirmed.after(Duration.ofMinutes(1)), ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL))
                .isEmpty();
    }

    @Test
    void a_number_added_again_has_its_own_code_for_10_minutes_and_the_failure_of_the_first_is_over() {
        Histories added =
                Histories.phoneAdded().progressed(MessageStatus.FAILED).after(Duration.ofHours(2));
        added.add(new Event.PhoneAdded(added.now()));
        at(added, EnrolmentState.PHONE_PENDING, 8, Turn.PENSIONER, Situation.CHALLENGE_SENT);
        assertThat(added.after(Duration.ofMinutes(10)).enrolment().situation()).isEqualTo(Situation.CHALLENGE_EXPIRED);
    }

    @Test
    void at_a_second_sign_in_she_waits_for_a_sign_in_code_again_and_it_can_be_resent() {
        Histories again = Histories.signedIn().after(Duration.ofDays(2));
        again.add(new Event.SignInStarted(again.now())).after(Duration.ofMinutes(2));
        at(again, EnrolmentState.PHONE_CONFIRMED, 13, Turn.PENSIONER, Situation.SIGN_IN_CODE_SENT);
        assertThat(primary(again)).contains(ActionKind.RESEND_SIGN_IN_SMS);
        assertThat(again.enrolment().rungs().get(12).state()).isEqualTo(StepState.HERE);
        again.add(new Event.SignedIn(again.now()));
        at(again, EnrolmentState.PHONE_CONFIRMED, 14, Turn.PENSIONER, Situation.SIGNED_IN);
    }

    @Test
    void a_sign_in_a_day_after_its_code_expired_is_over_and_she_signs_in_anew() {
        Histories started = Histories.signInStarted().after(Duration.ofMinutes(10 + 24 * 60 - 1));
        at(started, EnrolmentState.PHONE_CONFIRMED, 13, Turn.PENSIONER, Situation.SIGN_IN_CODE_EXPIRED);
        assertThat(closed(started, ActionKind.RESEND_SIGN_IN_SMS)).isEmpty();
        started.after(Duration.ofMinutes(1));
        at(started, EnrolmentState.PHONE_CONFIRMED, 9, Turn.PENSIONER, Situation.PHONE_CONFIRMED);
        assertThat(closed(started, ActionKind.RESEND_SIGN_IN_SMS)).contains(new Reason.NoSignIn());
    }

    @Test
    void the_access_request_ends_the_sign_in_though_EU_Login_never_told_that_its_code_was_accepted() {
        Histories started = Histories.signInStarted().after(Duration.ofMinutes(5));
        started.add(new Event.AccessRequested(started.now()));
        assertThat(closed(started, ActionKind.RESEND_SIGN_IN_SMS)).contains(new Reason.NoSignIn());
    }

    @Test
    void with_the_letter_in_her_hands_the_code_of_a_new_sign_in_can_be_resent() {
        Histories received = Histories.letterReceived();
        received.add(new Event.SignInStarted(received.now())).after(Duration.ofMinutes(2));
        at(received, EnrolmentState.LETTER_RECEIVED, 16, Turn.PENSIONER, Situation.LETTER_RECEIVED);
        assertThat(closed(received, ActionKind.RESEND_SIGN_IN_SMS)).isEmpty();
    }

    @Test
    void a_resend_that_opens_only_when_the_sign_in_is_over_is_not_promised() {
        Policy brief = Policy.standard().changedBy(Map.of("messages.sign-in-wait", "1h"));
        Histories started = Histories.signInStarted();
        for (int i = 0; i < 5; i++) {
            started.after(Duration.ofMinutes(2)).resent(MessageKind.SIGN_IN_SMS);
        }
        Decision resend = started.enrolment(brief).decision(ActionKind.RESEND_SIGN_IN_SMS);
        assertThat(resend.reason()).isEqualTo(new Reason.NoSignIn());
        assertThat(resend.opensAt()).isNull();
    }

    @Test
    void a_new_number_after_the_first_is_confirmed_by_a_new_challenge_code() {
        for (Histories histories :
                List.of(Histories.phoneConfirmed(), Histories.signInStarted(), Histories.signedIn())) {
            histories.after(Duration.ofHours(1));
            histories.add(new Event.PhoneAdded(histories.now())).after(Duration.ofMinutes(2));
            at(histories, EnrolmentState.PHONE_PENDING, 8, Turn.PENSIONER, Situation.CHALLENGE_SENT);
            assertThat(primary(histories)).contains(ActionKind.RESEND_CHALLENGE_SMS);
            assertThat(closed(histories, ActionKind.RESEND_SIGN_IN_SMS)).contains(new Reason.NotYet(13));
            histories.add(new Event.PhoneConfirmed(histories.now()));
            at(histories, EnrolmentState.PHONE_CONFIRMED, 9, Turn.PENSIONER, Situation.PHONE_CONFIRMED);
        }
    }

    @Test
    void a_new_number_whose_confirmation_nobody_told_holds_nobody_back() {
        Histories signedIn = Histories.signedIn().after(Duration.ofHours(1));
        signedIn.add(new Event.PhoneAdded(signedIn.now())).after(Duration.ofMinutes(2));
        signedIn.add(new Event.SignInStarted(signedIn.now()));
        at(signedIn, EnrolmentState.PHONE_CONFIRMED, 13, Turn.PENSIONER, Situation.SIGN_IN_CODE_SENT);
    }

    @Test
    void a_new_number_after_the_access_request_changes_nothing_at_the_letter() {
        Histories posted = Histories.letterPosted();
        posted.add(new Event.PhoneAdded(posted.now()));
        at(posted, EnrolmentState.LETTER_POSTED, 15, Turn.POST, Situation.LETTER_POSTED);
        assertThat(closed(posted, ActionKind.RESEND_CHALLENGE_SMS)).contains(new Reason.Past(8));
    }

    @Test
    void a_handover_is_with_DIGIT_until_the_email_is_sent_again_though_one_had_arrived() {
        Histories handed = Histories.accountRequested()
                .progressed(MessageStatus.DELIVERED)
                .after(Duration.ofHours(2))
                .handedOver("IM0042");
        at(handed, EnrolmentState.ACCOUNT_REQUESTED, 5, Turn.DIGIT, Situation.HANDED_OVER);
        handed.after(Duration.ofHours(1)).resent(MessageKind.ACTIVATION_EMAIL).progressed(MessageStatus.DELIVERED);
        at(handed, EnrolmentState.ACCOUNT_REQUESTED, 5, Turn.PENSIONER, Situation.ACTIVATION_DELIVERED);
    }
}
