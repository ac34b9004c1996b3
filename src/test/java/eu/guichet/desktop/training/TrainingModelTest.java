package eu.guichet.desktop.training;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.ui.SameThreadTasks;
import org.junit.jupiter.api.Test;

class TrainingModelTest {
    private final SampleClient client = new SampleClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final TrainingModel model = new TrainingModel(client, tasks);

    @Test
    void nothing_is_read_while_no_file_is_open() {
        model.refresh();
        model.take(MoveKind.SIGN_IN);
        assertThat(client.calls).isEmpty();
    }

    @Test
    void opening_a_file_reads_what_that_person_received() {
        model.pensionerId().set("p-muller");
        assertThat(client.calls).containsExactly("training p-muller");
        assertThat(model.world().get()).isNotNull();
    }

    @Test
    void a_step_is_taken_for_the_person_whose_file_is_open() {
        model.pensionerId().set("p-muller");
        model.take(MoveKind.TYPE_CHALLENGE_CODE);
        assertThat(client.calls).contains("move p-muller TYPE_CHALLENGE_CODE");
    }

    @Test
    void a_second_click_while_a_step_is_under_way_takes_no_second_step() {
        model.pensionerId().set("p-muller");
        tasks.hold();
        model.take(MoveKind.TYPE_CHALLENGE_CODE);
        model.take(MoveKind.TYPE_CHALLENGE_CODE);
        assertThat(tasks.waiting()).isEqualTo(1);
    }

    @Test
    void what_arrives_for_her_is_read_and_what_arrives_for_others_is_not() {
        model.pensionerId().set("p-muller");
        client.calls.clear();
        model.accept(new LiveEvent.FileChanged("p-other", "\"2\""));
        assertThat(client.calls).isEmpty();
        model.accept(new LiveEvent.FileChanged("p-muller", "\"2\""));
        assertThat(client.calls).containsExactly("training p-muller");
    }

    @Test
    void a_live_event_never_interrupts_a_step_but_is_followed_after_it() {
        model.pensionerId().set("p-muller");
        client.calls.clear();
        tasks.hold();
        model.take(MoveKind.TYPE_CHALLENGE_CODE);
        model.accept(new LiveEvent.FileChanged("p-muller", "\"2\""));
        tasks.answerNext();
        tasks.answerNext();
        assertThat(client.calls)
                .containsExactly("move p-muller TYPE_CHALLENGE_CODE", "training p-muller", "training p-muller");
    }

    @Test
    void a_step_that_answers_after_another_file_was_opened_is_not_shown_there() {
        model.pensionerId().set("p-muller");
        tasks.hold();
        model.take(MoveKind.TYPE_CHALLENGE_CODE);
        model.pensionerId().set("");
        tasks.answerNext();
        assertThat(model.world().get()).isNull();
    }

    @Test
    void another_file_opened_during_a_step_is_read_after_it() {
        model.pensionerId().set("p-muller");
        tasks.hold();
        model.take(MoveKind.TYPE_CHALLENGE_CODE);
        model.pensionerId().set("p-other");
        tasks.answerNext();
        tasks.answerNext();
        assertThat(client.calls).last().isEqualTo("training p-other");
        assertThat(model.world().get()).isNotNull();
    }

    @Test
    void a_step_that_failed_says_so_and_what_was_shown_stays() {
        model.pensionerId().set("p-muller");
        client.fail(new ClientException.OutcomeUnknown("c-1", null));
        model.take(MoveKind.TYPE_CHALLENGE_CODE);
        assertThat(model.failure().get()).isInstanceOf(ClientException.OutcomeUnknown.class);
        assertThat(model.world().get()).isNotNull();
        assertThat(model.moving().get()).isFalse();
    }
}
