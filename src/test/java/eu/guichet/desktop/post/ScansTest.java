package eu.guichet.desktop.post;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.ReturnReason;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.ZoneId;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ScansTest {
    private static final String LABEL = "RR473124829BE";
    private static final String LETTER = "G-7KQ2-M0TX";

    private final DeskClient client = new DeskClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private int read;
    private final Scans scans = new Scans(
            new ViewContext(
                    client,
                    tasks,
                    new Texts(new SimpleObjectProperty<>(Language.FRENCH), "eu.guichet.desktop.post.post"),
                    () -> SampleFiles.NOW,
                    ZoneId.of("Europe/Brussels")),
            why -> "refused",
            () -> read++);

    @Test
    void a_letter_and_a_label_are_a_posting_in_either_order() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LETTER);
        assertThat(scans.waiting().get()).isInstanceOf(Scans.Waiting.Label.class);
        scans.scanned(LABEL);
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
    void a_second_letter_before_a_label_takes_the_place_of_the_first() {
        scans.at(LetterDeskStage.TO_POST);
        scans.scanned(LETTER);
        scans.scanned("G-CT9H-KKJA");
        scans.scanned(LABEL);
        assertThat(client.recorded).singleElement().asString().startsWith("g-ct9h-kkja");
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
