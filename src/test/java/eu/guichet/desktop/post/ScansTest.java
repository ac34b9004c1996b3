package eu.guichet.desktop.post;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.ReturnReason;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ScansTest {
    private static final String LABEL = "RR473124829BE";
    private static final String LETTER = "G-7KQ2-M0TX";

    private final DeskClient client = new DeskClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private Instant now = SampleFiles.NOW;
    private int read;
    private final Scans scans = new Scans(
            new ViewContext(
                    client,
                    tasks,
                    new Texts(new SimpleObjectProperty<>(Language.FRENCH), "eu.guichet.desktop.post.post"),
                    () -> now,
                    ZoneId.of("Europe/Brussels")),
            why -> "refused",
            () -> read++);

    @Test
    void a_letter_and_a_label_are_a_posting_in_either_order() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LETTER);
        assertThat(scans.waiting().get()).isInstanceOf(Scans.Waiting.Label.class);
        scans.scanned(LABEL);
        scans.order().set(Scans.Order.LABEL_FIRST);
        scans.scanned("RR138375861BE");
        scans.scanned("G-CT9H-KKJA");
        assertThat(client.recorded)
                .hasSize(2)
                .anyMatch(line -> line.startsWith("g-7kq2-m0tx Posted") && line.contains(LABEL))
                .anyMatch(line -> line.startsWith("g-ct9h-kkja Posted"));
        assertThat(scans.lines()).allMatch(line -> line.outcome() == Scans.Outcome.DONE);
        assertThat(read).isEqualTo(2);
    }

    @Test
    void a_label_typed_by_a_scanner_on_a_french_keyboard_is_read_as_its_digits() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LETTER);
        scans.scanned("RR'è\"&é'_éçBE");
        assertThat(client.recorded).singleElement().asString().contains(LABEL);
    }

    @Test
    void a_label_that_was_not_read_shifts_no_other_label_to_its_neighbour() {
        client.add(DeskClient.row("G-XG91-X86B", "JANSSENS Luc", "10•• Bruxelles", LetterState.PRINTED));
        scans.at(LetterDeskStage.TO_POST);
        scans.order().set(Scans.Order.LABEL_FIRST);
        scans.scanned(LABEL);
        scans.scanned(LETTER);
        // the label of the next one is missed
        scans.scanned("G-CT9H-KKJA");
        scans.scanned("RR138375861BE");
        scans.scanned("G-XG91-X86B");
        assertThat(client.recorded).singleElement().asString().startsWith("g-7kq2-m0tx");
        assertThat(scans.waiting().get()).isEqualTo(new Scans.Waiting.Check(Scans.Gap.OTHER_ORDER));
        assertThat(scans.lines()).hasSize(4);

        scans.forget();
        scans.scanned("RR138375861BE");
        scans.scanned("G-CT9H-KKJA");
        assertThat(client.recorded).hasSize(2).last().asString().startsWith("g-ct9h-kkja");
    }

    @Test
    void two_of_one_kind_in_a_row_stop_the_run_unless_one_was_read_twice() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LETTER);
        scans.scanned(LETTER);
        assertThat(scans.waiting().get()).isInstanceOf(Scans.Waiting.Label.class);
        scans.scanned("G-CT9H-KKJA");
        assertThat(scans.waiting().get()).isEqualTo(new Scans.Waiting.Check(Scans.Gap.TWO_LETTERS));
        scans.forget();
        scans.order().set(Scans.Order.LABEL_FIRST);
        scans.scanned(LABEL);
        scans.scanned(LABEL);
        scans.scanned("RR138375861BE");
        assertThat(scans.waiting().get()).isEqualTo(new Scans.Waiting.Check(Scans.Gap.TWO_LABELS));
        assertThat(client.recorded).isEmpty();
    }

    @Test
    void the_very_first_scan_of_a_run_may_be_the_one_that_is_missing() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LABEL);
        assertThat(scans.waiting().get()).isEqualTo(new Scans.Waiting.Check(Scans.Gap.OTHER_ORDER));
        assertThat(client.recorded).isEmpty();
    }

    @Test
    void half_a_pair_does_not_wait_for_whatever_is_scanned_much_later() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LETTER);
        tasks.pass(Scans.LONGEST_PAIR);
        assertThat(scans.waiting().get()).isEqualTo(new Scans.Waiting.Check(Scans.Gap.TOO_LATE));
        scans.scanned(LABEL);
        assertThat(client.recorded).isEmpty();
    }

    @Test
    void a_letter_that_is_not_to_be_posted_is_refused_before_a_label_is_spent_on_it() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned("G-1A2B-3C4D");
        assertThat(scans.waiting().get()).isInstanceOf(Scans.Waiting.Nothing.class);
        assertThat(scans.lines())
                .singleElement()
                .matches(line ->
                        line.outcome() == Scans.Outcome.REFUSED && line.detail().contains("G-1A2B-3C4D"));
    }

    @Test
    void what_waits_its_turn_is_not_read_as_something_else_on_another_list() {
        scans.at(LetterDeskStage.RETURNED);
        scans.scanned("G-1A2B-3C4D");
        scans.scanned(LETTER);
        scans.at(LetterDeskStage.ON_THE_WAY);
        assertThat(client.recorded).isEmpty();
        assertThat(scans.lines()).singleElement().matches(line -> line.outcome() == Scans.Outcome.REFUSED);
    }

    @Test
    void the_next_morning_a_receipt_bears_the_new_day() {
        scans.at(LetterDeskStage.ON_THE_WAY);
        now = now.plus(Duration.ofDays(1));
        scans.scanned("G-1A2B-3C4D");
        assertThat(client.recorded).singleElement().asString().contains("Received[on=2026-11-24]");
    }

    @Test
    void what_is_refused_is_a_line_that_says_why_and_the_next_pair_begins_anew() {
        scans.at(LetterDeskStage.TO_POST);
        client.refusal = new ClientException.Unreachable("c-9", null);
        scans.scanned(LETTER);
        scans.scanned(LABEL);
        assertThat(scans.lines())
                .singleElement()
                .matches(line ->
                        line.outcome() == Scans.Outcome.REFUSED && line.detail().equals("refused"));
        assertThat(scans.waiting().get()).isInstanceOf(Scans.Waiting.Nothing.class);
    }

    @Test
    void a_receipt_is_recorded_with_the_day_that_was_chosen() {
        scans.at(LetterDeskStage.ON_THE_WAY);
        scans.day().set(DeskClient.TODAY.minusDays(1));
        scans.scanned("G-1A2B-3C4D");
        assertThat(client.recorded).singleElement().asString().contains("Received[on=2026-11-23]");
    }

    @Test
    void a_return_waits_for_its_reason() {
        scans.at(LetterDeskStage.RETURNED);
        scans.scanned("G-1A2B-3C4D");
        assertThat(client.recorded).isEmpty();
        scans.returned(ReturnReason.MOVED);
        assertThat(client.recorded).singleElement().asString().contains("MOVED");
    }

    @Test
    void a_letter_scanned_while_another_waits_for_its_reason_waits_its_turn() {
        scans.at(LetterDeskStage.RETURNED);
        scans.scanned("G-1A2B-3C4D");
        scans.scanned(LETTER);
        assertThat(scans.waiting().get())
                .isInstanceOfSatisfying(
                        Scans.Waiting.Reason.class,
                        asked -> assertThat(asked.letter().reference()).isEqualTo("G-1A2B-3C4D"));
        scans.returned(ReturnReason.MOVED);
        assertThat(client.recorded).hasSize(1);
        assertThat(scans.waiting().get())
                .isInstanceOfSatisfying(
                        Scans.Waiting.Reason.class,
                        asked -> assertThat(asked.letter().reference()).isEqualTo(LETTER));
        scans.forget();
        assertThat(client.recorded).hasSize(1);
    }

    @Test
    void another_list_gives_up_a_half_done_pair() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LETTER);
        scans.at(LetterDeskStage.ON_THE_WAY);
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LABEL);
        assertThat(client.recorded).isEmpty();
    }

    @Test
    void scans_that_come_while_one_is_recorded_wait_their_turn_and_none_is_lost() {
        scans.at(LetterDeskStage.TO_POST);
        tasks.hold();
        scans.scanned(LETTER);
        scans.scanned(LABEL);
        scans.scanned("G-CT9H-KKJA");
        scans.scanned("RR138375861BE");
        while (tasks.waiting() > 0) {
            tasks.answerNext();
        }
        assertThat(client.recorded).hasSize(2);
    }

    @Test
    void the_latest_record_can_be_taken_back_with_a_reason() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LETTER);
        scans.scanned(LABEL);
        scans.takeBack(scans.lastDone().orElseThrow(), "wrong label");
        assertThat(client.recorded).last().asString().contains("taken back: wrong label");
        assertThat(scans.lines().getFirst().outcome()).isEqualTo(Scans.Outcome.TAKEN_BACK);
        assertThat(scans.lastDone()).isEmpty();
    }
}
