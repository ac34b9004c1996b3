package eu.guichet.desktop.contact;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoteModelTest {
    private final SampleClient client = new SampleClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final NoteModel note = new NoteModel(client, tasks);

    @BeforeEach
    void open() {
        Contact contact = client.openContact(new ContactRequest("p-muller", AccessReason.CALL));
        note.open(contact.id(), "");
    }

    @Test
    void every_key_press_is_saved() {
        type("r");
        type("ra");

        assertThat(notes()).containsExactly("note c-p-muller r", "note c-p-muller ra");
        assertThat(note.state().get()).isEqualTo(NoteModel.State.SAVED);
    }

    @Test
    void while_one_saving_is_under_way_the_newest_text_waits() {
        tasks.hold();
        type("r");
        type("ra");
        type("rap");
        assertThat(tasks.waiting()).isEqualTo(1);

        tasks.answerNext();
        tasks.answerNext();

        assertThat(notes()).containsExactly("note c-p-muller r", "note c-p-muller rap");
    }

    @Test
    void what_has_the_shape_of_a_code_is_taken_out_and_sent_nowhere() {
        type("elle lit");
        type("elle lit 4KQ7-93VX-7KQ4-93VX");

        assertThat(note.text().get()).isEqualTo("elle lit");
        assertThat(note.state().get()).isEqualTo(NoteModel.State.CODE_REFUSED);
        assertThat(notes()).noneMatch(call -> call.contains("4KQ7"));
    }

    @Test
    void of_a_code_typed_key_by_key_nothing_stays_either() {
        for (String soFar :
                List.of("lit 4", "lit 4K", "lit 4KQ", "lit 4KQ7", "lit 4KQ79", "lit 4KQ793", "lit 4KQ793V")) {
            note.text().set(soFar);
        }
        note.text().set("lit 4KQ793VX");
        tasks.pass(NoteModel.BREATH);

        assertThat(note.text().get()).isEqualTo("lit");
        assertThat(notes()).containsExactly("note c-p-muller lit");
    }

    @Test
    void hands_that_go_on_typing_the_rest_of_a_code_leave_nothing_of_it() {
        type("elle lit 4KQ793VX");
        note.text().set("elle lit 2");
        note.text().set("elle lit 2W");
        tasks.pass(NoteModel.REST);
        assertThat(note.text().get()).isEqualTo("elle lit");
        assertThat(note.state().get()).isEqualTo(NoteModel.State.CODE_REFUSED);

        type("elle lit puis raccroche");
        assertThat(note.text().get()).isEqualTo("elle lit puis raccroche");
        assertThat(note.state().get()).isEqualTo(NoteModel.State.SAVED);
    }

    @Test
    void where_the_backend_finds_a_code_what_stood_before_it_is_kept() {
        client.fail(refusal());
        tasks.hold();
        type("Son fils vient mardi; elle lit K7QM 2XWT");
        tasks.answerNext();
        client.fail(null);
        tasks.answerNext();
        assertThat(note.text().get()).isEqualTo("Son fils vient mardi; elle lit");
        assertThat(notes()).last().isEqualTo("note c-p-muller Son fils vient mardi; elle lit");
    }

    @Test
    void a_code_that_a_scanner_types_on_an_azerty_layout_is_taken_out() {
        type("elle a K\u00e8A?\u00e9XZT\u00e7B'DHF\"C");
        assertThat(note.text().get()).isEqualTo("elle a");
    }

    @Test
    void a_burst_of_keys_is_over_before_anything_of_it_is_sent() {
        for (String soFar : List.of("4", "4K", "4KQ", "4KQ7", "4KQ79", "4KQ793")) {
            note.text().set(soFar);
            tasks.pass(Duration.ofMillis(34));
        }
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_saving_that_fails_is_tried_again_with_the_newest_text() {
        client.fail(new ClientException.Unreachable("c-1", null));
        type("rappeler");
        assertThat(note.state().get()).isEqualTo(NoteModel.State.NOT_SAVED);

        client.fail(null);
        tasks.pass(Duration.ofSeconds(3));

        assertThat(notes()).contains("note c-p-muller rappeler");
        assertThat(note.state().get()).isEqualTo(NoteModel.State.SAVED);
    }

    @Test
    void what_is_to_be_done_after_the_saving_waits_for_it() {
        List<String> then = new ArrayList<>();
        tasks.hold();
        note.text().set("rappeler");
        note.flush(() -> then.add("close"));
        assertThat(then).isEmpty();

        tasks.answerNext();

        assertThat(then).containsExactly("close");
    }

    private static ClientException refusal() {
        ProblemType type = ProblemType.INVALID_REQUEST;
        return new ClientException.Refused(
                type, new Problem(type.uri(), "", type.status(), "", type.key(), List.of(), null, "c-1"), null);
    }

    private void type(String text) {
        note.text().set(text);
        tasks.pass(NoteModel.BREATH);
    }

    private List<String> notes() {
        return client.calls.stream().filter(call -> call.startsWith("note")).toList();
    }
}
