package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Keyboard;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.desktop.ui.Traces;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contact is opened with the file and closed by the agent; then nothing of the person is left in the window. */
class ContactsTest extends UiTest {
    private final SameThreadTasks tasks = new SameThreadTasks();
    private ShellFixture shell;
    private Keyboard keys;

    @BeforeEach
    void open() {
        shell = fx(() -> new ShellFixture(tasks));
        show(shell.view, 980, 700);
        keys = fx(() -> new Keyboard(stage().getScene(), shell.hands::pass));
        fxRun(() -> shell.hands.every(0));
    }

    @AfterEach
    void close() {
        fxRun(shell.view::stop);
    }

    @Test
    void after_closing_nothing_of_the_person_is_in_the_scene_graph() {
        fxRun(() -> {
            shell.view.start();
            shell.view.showTraining(true);
            openFile("muller");
            keys.pause().withCtrl(KeyCode.ENTER);
        });
        await(() -> shell.view.lookup("#verification-confirm") != null);
        fxRun(() -> {
            assertThat(Traces.of("müller", "muller")).isNotEmpty();
            keys.pause().stroke(KeyCode.ESCAPE).pause().withCtrl(KeyCode.W);
        });
        fxRun(() -> {
            shell.view.applyCss();
            shell.view.layout();
            assertThat(Traces.of("müller", "muller", "1944", "••12", "34", "m••••@"))
                    .isEmpty();
            assertThat(shell.client.calls).contains("close c-p-muller");
            assertThat(field().isFocused()).isTrue();
        });
    }

    @Test
    void closing_shows_for_a_moment_what_was_done_and_names_nobody() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            keys.pause().withCtrl(KeyCode.W);
            assertThat(words("contact-summary")).isEqualTo("Appel fermé, 10:12–10:21 SMS renvoyé");
            tasks.pass(Duration.ofSeconds(8));
            assertThat(shell.view.lookup("#contact-summary").isVisible()).isFalse();
            assertThat(words("contact-summary")).isEmpty();
        });
    }

    @Test
    void the_last_line_is_saved_before_the_contact_is_closed() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            keys.pause().withCtrl(KeyCode.N).type("rappeler").withCtrl(KeyCode.W);
        });
        List<String> told = shell.client.calls.stream()
                .filter(call -> call.startsWith("note") || call.startsWith("close"))
                .toList();
        assertThat(told).containsExactly("note c-p-muller rappeler", "close c-p-muller");
    }

    @Test
    void opening_the_next_file_closes_the_one_before_and_says_so() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            openFile("ferrari");
            assertThat(text("pensioner-name")).startsWith("FERRARI");
            assertThat(text("said")).startsWith("Appel fermé");
        });
        assertThat(shell.client.calls).contains("close c-p-muller");
    }

    @Test
    void the_reason_is_corrected_while_the_file_is_open() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            assertThat(text("contact-line")).isEqualTo("Appel · depuis 10:12");
            keys.pause().stroke(KeyCode.F3);
            assertThat(text("contact-line")).isEqualTo("Guichet · depuis 10:12");
        });
        assertThat(shell.client.calls).contains("correct c-p-muller counter");
    }

    @Test
    void the_reason_for_the_next_person_does_not_change_the_one_of_the_open_file() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            type("ferrari");
            keys.pause().stroke(KeyCode.F3);
        });
        assertThat(shell.client.calls).noneMatch(call -> call.startsWith("correct"));
    }

    @Test
    void two_people_of_one_visit_are_held_side_by_side_each_with_a_contact_of_its_own() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            keys.pause().withCtrl(KeyCode.T);
            assertThat(field().getText()).isEmpty();
            openFile("ferrari");
            assertThat(text("pensioner-name")).startsWith("FERRARI");
            keys.pause().withCtrl(KeyCode.TAB);
            assertThat(text("pensioner-name")).isEqualTo("MÜLLER Annelise");
            assertThat(text("file-tab-1")).isEqualTo("MÜLLER Annelise, 1944");
        });
        assertThat(shell.client.calls).noneMatch(call -> call.startsWith("close"));
        assertThat(shell.client.contacts()).hasSize(2);
    }

    @Test
    void there_is_no_third_file_and_none_is_closed_in_silence() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            keys.pause().withCtrl(KeyCode.T);
            openFile("ferrari");
            keys.pause().withCtrl(KeyCode.T);
            assertThat(text("said")).startsWith("Pas de place");
        });
        assertThat(shell.client.contacts()).hasSize(2);
        assertThat(fx(() -> shell.view.stillOpen().orElse("")))
                .isEqualTo("Appel · depuis 10:12 · Appel · depuis 10:12");
    }

    @Test
    void closing_one_of_two_files_returns_to_the_other() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            keys.pause().withCtrl(KeyCode.T);
            openFile("ferrari");
            keys.pause().withCtrl(KeyCode.W);
            assertThat(text("pensioner-name")).isEqualTo("MÜLLER Annelise");
            assertThat(shell.view.lookup("#file-tabs").isManaged()).isFalse();
            assertThat(Traces.of("ferrari")).isEmpty();
        });
    }

    @Test
    void a_backend_that_does_not_answer_does_not_keep_the_person_on_the_screen_and_is_told_later() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            shell.client.fail(new ClientException.Unreachable("c-1", null));
            keys.pause().withCtrl(KeyCode.W);
            assertThat(Traces.of("müller")).isEmpty();
            assertThat(text("said")).startsWith("Le serveur ne répond pas\u00a0: le dossier est fermé ici");

            shell.client.fail(null);
            tasks.pass(Duration.ofSeconds(5));
        });
        assertThat(shell.client.contacts()).isEmpty();
    }

    @Test
    void in_the_largest_text_what_a_crash_left_open_is_not_squeezed_beside_its_buttons() {
        shell.client.openContact(new ContactRequest("p-muller", AccessReason.COUNTER));
        fxRun(() -> {
            theme().textSize().set(TextSize.LARGEST);
            shell.view.start();
        });
        fxRun(() -> {
            shell.view.applyCss();
            shell.view.layout();
            Region strip = (Region) shell.view.lookup("#left-contacts");
            Label line = (Label) strip.lookup(".label");
            assertThat(line.getWidth()).isGreaterThan(strip.getWidth() / 2);
            assertThat(line.getHeight()).isGreaterThanOrEqualTo(line.prefHeight(line.getWidth()));
            theme().textSize().set(TextSize.NORMAL);
        });
    }

    @Test
    void a_contact_that_a_crash_left_open_is_offered_and_not_taken_up_by_itself() {
        shell.client.openContact(new ContactRequest("p-muller", AccessReason.COUNTER));
        fxRun(() -> {
            shell.view.start();
            assertThat(words("left-contacts")).startsWith("Guichet · depuis 10:12");
            assertThat(shell.client.calls).noneMatch(call -> call.startsWith("open"));

            shell.hands.pass(1_000);
            ((Button) shell.view.lookup("#left-resume")).fire();
            assertThat(text("pensioner-name")).isEqualTo("MÜLLER Annelise");
            assertThat(text("contact-line")).startsWith("Guichet");
            assertThat(shell.view.lookup("#left-resume")).isNull();
        });
    }

    @Test
    void where_one_more_would_be_too_many_those_open_elsewhere_are_offered_and_none_is_closed_by_itself() {
        fxRun(() -> {
            shell.view.start();
            type("muller");
            shell.client.openContact(new ContactRequest("p-anna", AccessReason.COUNTER));
            shell.client.fail(new ClientException.Refused(
                    ProblemType.TOO_MANY_CONTACTS,
                    new Problem(
                            ProblemType.TOO_MANY_CONTACTS.uri(),
                            "",
                            409,
                            "",
                            "too-many-contacts",
                            List.of(),
                            null,
                            "c-1"),
                    null));
            keys.pause().stroke(KeyCode.ENTER).pause();
            assertThat(words("left-contacts")).startsWith("Guichet · depuis 10:12");
            assertThat(shell.client.calls).noneMatch(call -> call.startsWith("close"));
        });
    }

    private void openFile(String name) {
        type(name);
        keys.pause().stroke(KeyCode.ENTER).pause();
        shell.view.applyCss();
        shell.view.layout();
    }

    private void type(String name) {
        field().requestFocus();
        field().setText(name);
        tasks.pass(Duration.ofMillis(120));
    }

    private TextField field() {
        return (TextField) shell.view.lookup("#search-field");
    }

    private String text(String id) {
        return shell.view.lookup("#" + id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private String words(String id) {
        Node node = shell.view.lookup("#" + id);
        return node.lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining(" "));
    }
}
