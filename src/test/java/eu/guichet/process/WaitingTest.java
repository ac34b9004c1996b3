package eu.guichet.process;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.Worklist;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static List<Waiting> of(Histories histories) {
        Instant since = LastChange.before(histories.now(), histories.history(), Histories.ALL, Policy.standard());
        return Waiting.of(histories.history(), histories.enrolment(), Policy.standard(), since);
    }

    private static List<Worklist> lists(Histories histories) {
        return of(histories).stream().map(Waiting::list).toList();
    }

    @Test
    void nobody_stands_on_a_list_who_has_not_begun_or_is_done() {
        assertThat(lists(Histories.nothing())).isEmpty();
        assertThat(lists(Histories.confirmed())).isEmpty();
        assertThat(lists(Histories.confirmed().after(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void it_is_her_turn_since_the_step_and_not_since_its_message_expired() {
        Histories histories = Histories.phoneAdded();
        Instant added = histories.now();
        assertThat(of(histories.after(Duration.ofDays(20)))).containsExactly(new Waiting(Worklist.STUCK, added, null));
    }

    @Test
    void whoever_holds_the_letter_and_does_not_enter_the_code_waits_since_the_receipt_until_it_lapses() {
        List<Waiting> waiting = of(Histories.letterReceived());
        assertThat(waiting).extracting(Waiting::list).containsExactly(Worklist.LAPSING, Worklist.STUCK);
        assertThat(waiting.getLast().since()).isEqualTo("2026-03-15T23:00:00Z");
        assertThat(waiting).extracting(Waiting::due).containsOnly(Instant.parse("2026-09-16T21:59:59Z"));
    }

    @Test
    void a_message_that_did_not_reach_her_is_on_its_list_and_she_is_not_said_to_be_slow() {
        Histories histories = Histories.phoneAdded().progressed(MessageStatus.FAILED);
        assertThat(lists(histories)).containsExactly(Worklist.MESSAGE_FAILED);
        assertThat(lists(Histories.phoneConfirmed().progressed(MessageStatus.BOUNCED)))
                .containsExactly(Worklist.MESSAGE_FAILED);
        assertThat(lists(histories.after(Duration.ofMinutes(5)).sent(MessageKind.CHALLENGE_SMS)))
                .containsExactly(Worklist.STUCK);
    }

    @Test
    void a_letter_that_the_post_should_have_brought_is_overdue_since_the_day_on_which_it_goes_back() {
        assertThat(of(Histories.letterPosted().until("2026-03-28T10:00:00Z")))
                .contains(new Waiting(
                        Worklist.RECEIPT_OVERDUE,
                        Instant.parse("2026-03-27T23:00:00Z"),
                        Instant.parse("2026-03-27T23:00:00Z")));
    }

    @Test
    void an_address_in_doubt_is_not_a_letter_to_be_written_anew() {
        Histories returned = Histories.letterPosted().until("2026-03-20T10:00:00Z");
        assertThat(lists(returned.add(new Event.LetterReturned(
                        returned.now(), "l1", LocalDate.of(2026, 3, 20), ReturnReason.UNCLAIMED))))
                .containsExactly(Worklist.RETURNED);
        Histories moved = Histories.letterPosted().until("2026-03-20T10:00:00Z");
        assertThat(lists(moved.add(
                        new Event.LetterReturned(moved.now(), "l1", LocalDate.of(2026, 3, 20), ReturnReason.MOVED))))
                .containsExactly(Worklist.ADDRESS_IN_DOUBT);
    }

    @Test
    void a_frozen_file_stands_on_its_own_list_alone() {
        Histories histories = Histories.letterReceived();
        assertThat(lists(histories.add(new Event.Frozen(histories.now(), "M. D."))))
                .containsExactly(Worklist.FROZEN);
    }

    @Test
    void who_waits_for_a_supervisor_stands_on_the_list_until_that_is_decided_or_lapses() {
        Histories histories = Histories.letterReceived();
        Instant asked = histories.now();
        Instant lapses = asked.plus(Duration.ofHours(24));
        histories.add(new Event.ApprovalAsked(asked, "a1", ApprovalAct.GENERATE_LETTER, lapses, "M. D."));
        assertThat(of(histories)).contains(new Waiting(Worklist.APPROVALS, asked, lapses));
        assertThat(histories.enrolment().decision(ActionKind.GENERATE_LETTER).reason())
                .isEqualTo(new Reason.ApprovalAsked());
        assertThat(histories.enrolment().decision(ActionKind.GENERATE_LETTER).opensAt())
                .isEqualTo(lapses);
        histories.after(Duration.ofHours(24));
        assertThat(lists(histories)).doesNotContain(Worklist.APPROVALS);
        Histories decided = Histories.letterReceived();
        decided.add(new Event.ApprovalAsked(asked, "a1", ApprovalAct.GENERATE_LETTER, lapses, "M. D."))
                .add(new Event.ApprovalDecided(
                        asked.plusSeconds(1),
                        "a1",
                        ApprovalAct.GENERATE_LETTER,
                        ApprovalState.REFUSED,
                        "no",
                        "M. D.",
                        "A. K."));
        assertThat(lists(decided)).doesNotContain(Worklist.APPROVALS);
    }

    @Test
    void nothing_is_left_to_do_for_the_deceased() {
        Histories histories = Histories.letterPosted().until("2026-03-20T10:00:00Z");
        assertThat(lists(histories.add(new Event.LetterReturned(
                        histories.now(), "l1", LocalDate.of(2026, 3, 20), ReturnReason.DECEASED))))
                .isEmpty();
    }

    @Test
    void what_DIGIT_has_waits_for_DIGIT() {
        Histories histories = Histories.accountRequested().after(Duration.ofHours(1));
        assertThat(lists(histories.add(new Event.HandedOver(histories.now(), "INC1", "M. D."))))
                .containsExactly(Worklist.HANDED_OVER);
    }

    @Test
    void whose_data_came_damaged_from_the_register_waits_until_all_of_them_came_anew() {
        Histories damaged = Histories.nothing();
        Instant first = damaged.now();
        damaged = damaged.add(new Event.RegisterDamaged(first, Set.of(RegisterField.EMAIL, RegisterField.PHONE)));
        assertThat(of(damaged)).containsExactly(new Waiting(Worklist.REGISTER_DAMAGED, first, null));

        damaged = damaged.after(Duration.ofDays(1));
        damaged = damaged.add(new Event.RegisterChanged(damaged.now(), Set.of(RegisterField.PHONE)));
        assertThat(lists(damaged)).containsExactly(Worklist.REGISTER_DAMAGED);

        damaged = damaged.add(new Event.RegisterChanged(damaged.now(), Set.of(RegisterField.EMAIL)));
        assertThat(lists(damaged)).isEmpty();
    }
}
