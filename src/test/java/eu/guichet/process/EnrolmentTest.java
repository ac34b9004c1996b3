package eu.guichet.process;

import static eu.guichet.process.Standing.at;
import static eu.guichet.process.Standing.closed;
import static eu.guichet.process.Standing.primary;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Channel;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.StepState;
import eu.guichet.contract.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    private static final Policy WITHOUT_SMS = Policy.standard().withChannels(Set.of(Channel.EMAIL));

    @Test
    void whoever_nothing_is_known_of_stands_at_the_first_step() {
        at(Histories.nothing(), EnrolmentState.NOT_STARTED, 1, Turn.PENSIONER, Situation.NOT_STARTED);
    }

    @Test
    void after_the_account_request_it_is_DIGITs_turn_for_15_minutes() {
        Histories asked = Histories.accountRequested();
        at(asked, EnrolmentState.ACCOUNT_REQUESTED, 4, Turn.DIGIT, Situation.ACTIVATION_WAIT);
        Decision resend = asked.enrolment().decision(ActionKind.RESEND_ACTIVATION_EMAIL);
        assertThat(resend.reason()).isEqualTo(new Reason.FirstWait());
        assertThat(resend.opensAt()).isEqualTo(Histories.START.plus(Duration.ofMinutes(15)));
    }

    @Test
    void after_15_minutes_without_the_email_resending_it_is_the_sensible_thing() {
        Histories asked = Histories.accountRequested().after(Duration.ofMinutes(15));
        at(asked, EnrolmentState.ACCOUNT_REQUESTED, 4, Turn.DIGIT, Situation.ACTIVATION_MISSING);
        assertThat(primary(asked)).contains(ActionKind.RESEND_ACTIVATION_EMAIL);
    }

    @Test
    void when_the_resent_email_does_not_come_either_the_case_goes_to_DIGIT() {
        Histories asked = Histories.accountRequested()
                .after(Duration.ofMinutes(20))
                .resent(MessageKind.ACTIVATION_EMAIL)
                .after(Duration.ofMinutes(16));
        at(asked, EnrolmentState.ACCOUNT_REQUESTED, 4, Turn.DIGIT, Situation.ACTIVATION_STILL_MISSING);
        assertThat(primary(asked)).contains(ActionKind.HAND_OVER_TO_DIGIT);
    }

    @Test
    void an_email_that_bounced_goes_to_DIGIT_at_once() {
        Histories bounced = Histories.accountRequested().progressed(MessageStatus.BOUNCED);
        assertThat(bounced.enrolment().situation()).isEqualTo(Situation.ACTIVATION_BOUNCED);
        assertThat(primary(bounced)).contains(ActionKind.HAND_OVER_TO_DIGIT);
    }

    @Test
    void with_a_ticket_it_is_DIGITs_turn() {
        Histories handed =
                Histories.accountRequested().after(Duration.ofHours(1)).handedOver("IM0042");
        at(handed, EnrolmentState.ACCOUNT_REQUESTED, 4, Turn.DIGIT, Situation.HANDED_OVER);
        assertThat(primary(handed)).isEmpty();
    }

    @Test
    void a_delivered_email_waits_to_be_opened_and_its_link_expires_after_90_minutes() {
        Histories delivered = Histories.accountRequested().progressed(MessageStatus.DELIVERED);
        at(delivered, EnrolmentState.ACCOUNT_REQUESTED, 5, Turn.PENSIONER, Situation.ACTIVATION_DELIVERED);
        Histories late = delivered.after(Duration.ofMinutes(90));
        assertThat(late.enrolment().situation()).isEqualTo(Situation.LINK_EXPIRED);
        assertThat(primary(late)).contains(ActionKind.RESEND_ACTIVATION_EMAIL);
    }

    @Test
    void with_a_password_the_phone_comes_next_and_DIGIT_is_asked_for_other_things() {
        Histories set = Histories.passwordSet();
        at(set, EnrolmentState.PASSWORD_SET, 7, Turn.PENSIONER, Situation.PASSWORD_SET);
        assertThat(set.enrolment().handoverMatters())
                .containsExactly(HandoverMatter.LOST_FACTOR, HandoverMatter.SECOND_ACCOUNT);
        assertThat(closed(set, ActionKind.RESEND_ACTIVATION_EMAIL)).contains(new Reason.Past(4));
    }

    @Test
    void the_challenge_SMS_can_be_resent_after_a_minute() {
        Histories added = Histories.phoneAdded();
        at(added, EnrolmentState.PHONE_PENDING, 8, Turn.PENSIONER, Situation.CHALLENGE_SENT);
        assertThat(closed(added, ActionKind.RESEND_CHALLENGE_SMS)).contains(new Reason.Pause());
        assertThat(primary(added.after(Duration.ofSeconds(60)))).contains(ActionKind.RESEND_CHALLENGE_SMS);
    }

    @Test
    void a_challenge_code_is_dead_after_10_minutes() {
        Histories added = Histories.phoneAdded().after(Duration.ofMinutes(10));
        assertThat(added.enrolment().situation()).isEqualTo(Situation.CHALLENGE_EXPIRED);
    }

    @Test
    void an_SMS_that_failed_and_a_wrong_challenge_code_have_their_own_advice() {
        assertThat(Histories.phoneAdded()
                        .progressed(MessageStatus.FAILED)
                        .enrolment()
                        .situation())
                .isEqualTo(Situation.CHALLENGE_FAILED);
        Histories added = Histories.phoneAdded();
        assertThat(added.add(new Event.ChallengeCodeRefused(added.now()))
                        .enrolment()
                        .situation())
                .isEqualTo(Situation.CHALLENGE_REFUSED);
    }

    @Test
    void with_the_phone_confirmed_she_logs_out_and_signs_in_to_RCAM() {
        Histories confirmed = Histories.phoneConfirmed().after(Duration.ofMinutes(15));
        at(confirmed, EnrolmentState.PHONE_CONFIRMED, 9, Turn.PENSIONER, Situation.PHONE_CONFIRMED);
        assertThat(confirmed
                        .enrolment()
                        .decision(ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL)
                        .open())
                .isTrue();
        assertThat(closed(confirmed, ActionKind.RESEND_SIGN_IN_SMS)).contains(new Reason.NoSignIn());
    }

    @Test
    void at_sign_in_she_waits_for_the_sign_in_code() {
        Histories started = Histories.signInStarted().after(Duration.ofSeconds(60));
        at(started, EnrolmentState.PHONE_CONFIRMED, 13, Turn.PENSIONER, Situation.SIGN_IN_CODE_SENT);
        assertThat(primary(started)).contains(ActionKind.RESEND_SIGN_IN_SMS);
    }

    @Test
    void once_signed_in_she_sends_the_access_request() {
        at(Histories.signedIn(), EnrolmentState.PHONE_CONFIRMED, 14, Turn.PENSIONER, Situation.SIGNED_IN);
        assertThat(closed(Histories.signedIn(), ActionKind.GENERATE_LETTER)).contains(new Reason.NotYet(14));
    }

    @Test
    void with_the_access_request_it_is_our_turn_to_generate_the_letter() {
        Histories requested = Histories.accessRequested();
        at(requested, EnrolmentState.ACCESS_REQUESTED, 15, Turn.PMO, Situation.ACCESS_REQUESTED);
        assertThat(primary(requested)).contains(ActionKind.GENERATE_LETTER);
    }

    @Test
    void a_generated_letter_is_to_be_posted_by_us_and_a_new_one_is_possible_but_not_the_sensible_thing() {
        Histories generated = Histories.letterGenerated();
        at(generated, EnrolmentState.LETTER_GENERATED, 15, Turn.PMO, Situation.LETTER_NOT_PRINTED);
        assertThat(generated.enrolment().decision(ActionKind.GENERATE_LETTER).open())
                .isTrue();
        assertThat(primary(generated)).isEmpty();
    }

    @Test
    void a_posted_letter_is_with_the_post_which_holds_it_15_days() {
        Histories posted = Histories.letterPosted();
        at(posted, EnrolmentState.LETTER_POSTED, 15, Turn.POST, Situation.LETTER_POSTED);
        assertThat(posted.until("2026-03-27T22:59:59Z").enrolment().situation()).isEqualTo(Situation.LETTER_POSTED);
        assertThat(posted.until("2026-03-27T23:00:00Z").enrolment().situation()).isEqualTo(Situation.LETTER_OVERDUE);
    }

    @Test
    void a_code_whose_receipt_is_unknown_lives_six_months_from_posting_plus_15_days() {
        // Posted on 12 March, held to 27 March, six months: to the end of 27 September, Brussels summer time.
        assertThat(letter(Histories.letterPosted()).usableUntil()).isEqualTo(Instant.parse("2026-09-27T21:59:59Z"));
    }

    @Test
    void a_received_letter_is_usable_for_six_months_from_its_receipt() {
        Histories received = Histories.letterReceived();
        at(received, EnrolmentState.LETTER_RECEIVED, 16, Turn.PENSIONER, Situation.LETTER_RECEIVED);
        assertThat(letter(received).usableUntil()).isEqualTo(Instant.parse("2026-09-16T21:59:59Z"));
        assertThat(letter(received.until("2026-09-16T21:59:59.999999999Z")).state())
                .isEqualTo(LetterState.RECEIVED);
        assertThat(letter(received.until("2026-09-16T22:00:00Z")).state()).isEqualTo(LetterState.EXPIRED);
        at(received, EnrolmentState.ACCESS_REQUESTED, 15, Turn.PMO, Situation.LETTER_EXPIRED);
        assertThat(primary(received)).contains(ActionKind.GENERATE_LETTER);
    }

    @Test
    void a_letter_never_recorded_as_posted_lives_six_months_and_15_days_from_its_making() {
        // Generated on 5 March, held to 20 March, six months: to the end of 20 September, Brussels summer time.
        Histories generated = Histories.letterGenerated();
        assertThat(letter(generated).usableUntil()).isNull();
        assertThat(letter(generated.until("2026-09-20T21:59:59Z")).state()).isEqualTo(LetterState.GENERATED);
        assertThat(letter(generated.until("2026-09-20T22:00:00Z")).state()).isEqualTo(LetterState.EXPIRED);
        at(generated, EnrolmentState.ACCESS_REQUESTED, 15, Turn.PMO, Situation.LETTER_EXPIRED);
    }

    @Test
    void a_wrong_code_costs_a_try_and_the_fifth_locks_the_letter() {
        Histories received = Histories.letterReceived().wrongCode("l1");
        assertThat(received.enrolment().situation()).isEqualTo(Situation.CODE_REFUSED);
        assertThat(letter(received).triesLeft()).isEqualTo(4);
        received.wrongCode("l1").wrongCode("l1").wrongCode("l1");
        assertThat(letter(received).state().outstanding()).isTrue();
        received.wrongCode("l1");
        assertThat(letter(received).state()).isEqualTo(LetterState.LOCKED);
        at(received, EnrolmentState.ACCESS_REQUESTED, 15, Turn.PMO, Situation.LETTER_LOCKED);
        assertThat(primary(received)).contains(ActionKind.GENERATE_LETTER);
    }

    @Test
    void a_letter_that_came_back_asks_for_a_new_one() {
        Histories returned = Histories.letterPosted().returned("l1", LocalDate.of(2026, 4, 2));
        at(returned, EnrolmentState.ACCESS_REQUESTED, 15, Turn.PMO, Situation.LETTER_RETURNED);
        assertThat(letter(returned).usableUntil()).isNull();
        assertThat(primary(returned)).contains(ActionKind.GENERATE_LETTER);
    }

    @Test
    void nobody_is_urged_to_write_again_to_somebody_who_has_died() {
        Histories returned = Histories.letterPosted().returned("l1", LocalDate.of(2026, 4, 2), ReturnReason.DECEASED);
        assertThat(returned.enrolment().situation()).isEqualTo(Situation.ADDRESSEE_DECEASED);
        assertThat(primary(returned)).isEmpty();
    }

    @Test
    void a_second_letter_kills_the_first_code() {
        Histories second = Histories.letterReceived().after(Duration.ofHours(1)).letter("l2", Histories.SECOND_LETTER);
        List<LetterStatus> letters = second.enrolment().letters();
        assertThat(letters)
                .extracting(LetterStatus::state)
                .containsExactly(LetterState.SUPERSEDED, LetterState.GENERATED);
        assertThat(second.enrolment().outstandingLetter().map(LetterStatus::id)).contains("l2");
        assertThat(letters.getFirst().usableUntil()).isNull();
    }

    @Test
    void a_superseded_letter_stays_superseded_when_its_months_have_run_out() {
        Histories second = Histories.letterReceived().after(Duration.ofHours(1)).letter("l2", Histories.SECOND_LETTER);
        assertThat(second.after(Duration.ofDays(400)).enrolment().letters())
                .extracting(LetterStatus::state)
                .containsExactly(LetterState.SUPERSEDED, LetterState.EXPIRED);
    }

    @Test
    void a_letter_that_had_expired_before_the_next_one_is_not_told_as_superseded_by_it() {
        Histories second =
                Histories.letterReceived().after(Duration.ofDays(200)).letter("l2", Histories.SECOND_LETTER);
        assertThat(second.after(Duration.ofDays(1)).enrolment().letters())
                .extracting(LetterStatus::state)
                .containsExactly(LetterState.EXPIRED, LetterState.GENERATED);
    }

    @Test
    void once_another_letter_has_confirmed_an_unused_one_stays_superseded() {
        Histories confirmed =
                Histories.letterReceived().after(Duration.ofHours(1)).letter("l2", Histories.SECOND_LETTER);
        confirmed.add(new Event.Confirmed(confirmed.after(Duration.ofHours(1)).now(), "l1"));
        for (int years = 0; years < 2; years++) {
            assertThat(confirmed.enrolment().letters())
                    .extracting(LetterStatus::state)
                    .containsExactly(LetterState.REDEEMED, LetterState.SUPERSEDED);
            confirmed.after(Duration.ofDays(365));
        }
    }

    @Test
    void wrong_codes_of_the_first_letter_do_not_count_on_the_second() {
        Histories second = Histories.letterReceived()
                .wrongCode("l1")
                .after(Duration.ofHours(1))
                .letter("l2", "G-2");
        assertThat(second.enrolment().letters().getLast().triesLeft()).isEqualTo(5);
    }

    @Test
    void the_receipt_of_the_first_letter_does_not_date_the_second_ones_step() {
        Histories second = Histories.letterReceived().after(Duration.ofDays(1)).letter("l2", Histories.SECOND_LETTER);
        assertThat(second.enrolment().rungs().get(14).doneAt()).isNull();
        assertThat(second.enrolment().rungs().get(14).state()).isEqualTo(StepState.HERE);
    }

    @Test
    void once_confirmed_everything_opens_the_next_day_at_midnight_in_Brussels() {
        Histories confirmed = Histories.confirmed();
        at(confirmed, EnrolmentState.CONFIRMED, 16, Turn.NOBODY, Situation.CONFIRMED);
        assertThat(closed(confirmed, ActionKind.GENERATE_LETTER)).contains(new Reason.AlreadyConfirmed());
        Instant midnight = Instant.parse("2026-03-20T23:00:00Z");
        assertThat(confirmed.enrolment().opensOn()).isEqualTo(midnight);
        assertThat(confirmed.until("2026-03-20T22:59:59Z").enrolment().state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(confirmed.until("2026-03-20T23:00:00Z").enrolment().state()).isEqualTo(EnrolmentState.ACTIVE);
        assertThat(confirmed.enrolment().rungs()).extracting(Rung::state).containsOnly(StepState.DONE);
        assertThat(letter(confirmed).state()).isEqualTo(LetterState.REDEEMED);
    }

    @Test
    void a_switched_off_SMS_closes_its_actions_and_says_so() {
        for (Histories histories : List.of(Histories.phoneAdded(), Histories.signInStarted())) {
            Enrolment enrolment = histories.after(Duration.ofMinutes(5)).enrolment(WITHOUT_SMS);
            assertThat(enrolment.situation().name()).endsWith("WITHOUT_SMS");
            assertThat(enrolment.decisions()).noneMatch(Decision::primary);
        }
        assertThat(Histories.phoneAdded()
                        .after(Duration.ofMinutes(5))
                        .enrolment(WITHOUT_SMS)
                        .decision(ActionKind.RESEND_CHALLENGE_SMS)
                        .reason())
                .isEqualTo(new Reason.ChannelOff());
    }

    @Test
    void a_switched_off_email_sends_the_case_to_DIGIT() {
        Policy withoutEmail = Policy.standard().withChannels(Set.of(Channel.SMS));
        Enrolment enrolment =
                Histories.accountRequested().after(Duration.ofHours(1)).enrolment(withoutEmail);
        assertThat(enrolment.situation()).isEqualTo(Situation.ACTIVATION_WITHOUT_EMAIL);
        assertThat(enrolment.decision(ActionKind.HAND_OVER_TO_DIGIT).primary()).isTrue();
    }

    @Test
    void a_link_that_expired_goes_to_DIGIT_where_email_is_switched_off_or_none_is_on_file() {
        Histories late =
                Histories.accountRequested().progressed(MessageStatus.DELIVERED).after(Duration.ofHours(2));
        Enrolment off = late.enrolment(Policy.standard().withChannels(Set.of(Channel.SMS)));
        assertThat(off.situation()).isEqualTo(Situation.ACTIVATION_WITHOUT_EMAIL);
        assertThat(off.decision(ActionKind.HAND_OVER_TO_DIGIT).primary()).isTrue();
        Enrolment noAddress = late.enrolment(Policy.standard(), Set.of(Channel.SMS));
        assertThat(noAddress.situation()).isEqualTo(Situation.ACTIVATION_WITHOUT_ADDRESS);
        assertThat(noAddress.decision(ActionKind.RESEND_ACTIVATION_EMAIL).reason())
                .isEqualTo(new Reason.NotOnFile());
        assertThat(noAddress.decision(ActionKind.HAND_OVER_TO_DIGIT).primary()).isTrue();
    }

    @Test
    void without_a_phone_on_file_no_SMS_can_be_resent_and_none_is_advised() {
        Enrolment added =
                Histories.phoneAdded().after(Duration.ofMinutes(2)).enrolment(Policy.standard(), Set.of(Channel.EMAIL));
        assertThat(added.decision(ActionKind.RESEND_CHALLENGE_SMS).reason()).isEqualTo(new Reason.NotOnFile());
        assertThat(added.situation()).isEqualTo(Situation.CHALLENGE_WITHOUT_NUMBER);
        Enrolment started =
                Histories.signInStarted().after(Duration.ofDays(1)).enrolment(Policy.standard(), Set.of(Channel.EMAIL));
        assertThat(started.decision(ActionKind.RESEND_SIGN_IN_SMS).reason()).isEqualTo(new Reason.NotOnFile());
        assertThat(started.situation()).isEqualTo(Situation.SIGN_IN_WITHOUT_NUMBER);
    }

    @Test
    void after_five_resends_in_24_hours_the_next_waits_for_the_first_of_them_to_be_a_day_old() {
        Histories added = Histories.phoneAdded();
        Instant first = added.after(Duration.ofMinutes(2)).now();
        for (int i = 0; i < 5; i++) {
            added.resent(MessageKind.CHALLENGE_SMS).after(Duration.ofMinutes(2));
        }
        Decision resend = added.enrolment().decision(ActionKind.RESEND_CHALLENGE_SMS);
        assertThat(resend.reason()).isEqualTo(new Reason.Cap(5));
        assertThat(resend.opensAt()).isEqualTo(first.plus(Duration.ofHours(24)));
        added.after(Duration.between(added.now(), first).plusHours(24));
        assertThat(added.enrolment().decision(ActionKind.RESEND_CHALLENGE_SMS).open())
                .isTrue();
    }

    @Test
    void the_fifth_resend_says_beforehand_that_the_next_is_a_day_away() {
        Histories added = Histories.phoneAdded();
        Instant first = added.after(Duration.ofMinutes(2)).now();
        for (int i = 0; i < 4; i++) {
            added.resent(MessageKind.CHALLENGE_SMS).after(Duration.ofMinutes(2));
        }
        assertThat(added.enrolment().decision(ActionKind.RESEND_CHALLENGE_SMS).againAt())
                .isEqualTo(first.plus(Duration.ofHours(24)));
    }

    private static LetterStatus letter(Histories histories) {
        return histories.enrolment().letters().getLast();
    }
}
