package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.contract.Role;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Keyboard;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a colleague changes of notices and offices is seen at once, and nothing that is typed is lost by it. */
class LiveChangesTest extends UiTest {
    private final SameThreadTasks tasks = new SameThreadTasks();
    private ShellFixture shell;
    private Keyboard keys;

    @BeforeEach
    void open() {
        shell = fx(() -> new ShellFixture(tasks));
        show(shell.view, 980, 980);
        keys = fx(() -> new Keyboard(stage().getScene(), shell.hands::pass));
        fxRun(() -> shell.hands.every(0));
        shell.client.role(Role.SUPERVISOR);
    }

    @AfterEach
    void close() {
        fxRun(shell.view::stop);
    }

    @Test
    void oversight_hears_that_a_colleague_has_ended_a_notice() {
        shell.client.noticesHeld.add(notice());
        fxRun(() -> {
            shell.view.start();
            shell.view.show(Screen.OVERSIGHT);
            assertThat(find("notice-end-n-1")).isNotNull();
            ((TextField) find("notice-text-fr")).setText("Grève");
            shell.client.noticesHeld.clear();
            shell.client.tell(new LiveEvent.NoticesChanged());
            assertThat(shell.view.lookup("#notice-end-n-1")).isNull();
            assertThat(((TextField) find("notice-text-fr")).getText()).isEqualTo("Grève");
        });
    }

    @Test
    void an_auditor_sees_a_notice_at_once() {
        shell.client.role(Role.AUDITOR);
        fxRun(() -> {
            shell.view.start();
            assertThat(shell.view.lookup("#notice-n-1")).isNull();
            shell.client.noticesHeld.add(notice());
            shell.client.tell(new LiveEvent.NoticesChanged());
            assertThat(find("notice-n-1")).isNotNull();
        });
    }

    @Test
    void oversight_hears_that_something_was_written_down_of_an_office() {
        fxRun(() -> {
            shell.view.start();
            shell.client.calls.clear();
            shell.client.tell(new LiveEvent.OfficesChanged());
            assertThat(shell.client.calls)
                    .as("nothing of a screen that is not shown")
                    .noneMatch(call -> call.startsWith("office "));
            shell.view.show(Screen.OVERSIGHT);
            shell.client.calls.clear();
            shell.client.tell(new LiveEvent.OfficesChanged());
            assertThat(shell.client.calls).contains("offices", "office BRU");
        });
    }

    @Test
    void an_open_file_is_read_anew_for_an_offices_hours_and_keeps_what_is_typed() {
        fxRun(() -> {
            shell.view.start();
            openFile("muller");
            keys.pause().withCtrl(KeyCode.N).type("rappeler jeudi");
        });
        Node note = fx(() -> stage().getScene().getFocusOwner());
        fxRun(() -> {
            shell.client.calls.clear();
            shell.client.tell(new LiveEvent.OfficesChanged());
            assertThat(shell.client.calls).contains("offices", "open p-muller call");
            assertThat(note.isFocused()).isTrue();
            assertThat(((TextInputControl) note).getText()).isEqualTo("rappeler jeudi");
        });
    }

    @Test
    void what_was_missed_while_the_stream_was_away_is_read_when_it_stands_again() {
        shell.client.noticesHeld.add(notice());
        fxRun(() -> {
            shell.view.start();
            shell.view.show(Screen.OVERSIGHT);
            shell.client.noticesHeld.clear();
            shell.client.connection(GuichetClient.Connection.RECONNECTING);
            shell.client.connection(GuichetClient.Connection.CONNECTED);
            assertThat(shell.view.lookup("#notice-end-n-1")).isNull();
        });
    }

    private void openFile(String name) {
        ((TextField) shell.view.lookup("#search-field")).requestFocus();
        keys.pause().type(name);
        tasks.pass(Duration.ofMillis(120));
        keys.stroke(KeyCode.ENTER);
    }

    private Node find(String id) {
        shell.view.applyCss();
        shell.view.layout();
        return shell.view.lookup("#" + id);
    }

    private static Notice notice() {
        return new Notice(
                "n-1",
                NoticeTopic.EMAIL,
                null,
                List.of(3),
                "Retards",
                "fr",
                SampleFiles.NOW.minus(Duration.ofHours(1)),
                SampleFiles.NOW.plus(Duration.ofHours(2)),
                false,
                "S. V.",
                SampleFiles.NOW.minus(Duration.ofHours(1)),
                null,
                null);
    }
}
