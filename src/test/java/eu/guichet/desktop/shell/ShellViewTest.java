package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Role;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellViewTest extends UiTest {
    private final SameThreadTasks tasks = new SameThreadTasks();
    private ShellFixture shell;

    @BeforeEach
    void open() {
        shell = fx(() -> new ShellFixture(tasks));
        show(shell.view, 980, 700);
    }

    @AfterEach
    void close() {
        fxRun(shell.view::stop);
    }

    @Test
    void in_another_language_everything_is_asked_for_after_the_language_is_set() {
        fxRun(() -> {
            shell.view.start();
            search("mull");
        });
        robot.push(KeyCode.ENTER);
        await(() -> shell.client.calls.contains("open p-muller call"));
        shell.client.calls.clear();

        fxRun(() -> shell.settings.language().set(Language.ENGLISH));

        assertThat(shell.client.calls.getFirst()).startsWith("speak en");
        assertThat(shell.client.calls).contains("search mull", "open p-muller call", "me");
    }

    @Test
    void nothing_is_said_of_the_environment_before_it_is_known() {
        assertThat(fx(() -> node("environment", Label.class).isVisible())).isFalse();
        fxRun(shell.view::start);
        assertThat(fx(() -> node("environment", Label.class).isVisible())).isTrue();
    }

    @Test
    void the_icon_of_the_hours_stays_while_they_do() {
        fxRun(shell.view::start);
        Node before = fx(() -> node("office-phone", Label.class).getGraphic());
        fxRun(() -> shell.ticker.tick());
        assertThat(fx(() -> node("office-phone", Label.class).getGraphic())).isSameAs(before);
    }

    @Test
    void what_does_not_pass_by_waiting_is_said_at_the_foot_as_what_it_is() {
        shell.client.fail(new ClientException.Untrusted(ClientException.Untrusted.Fault.OTHER, "c-1", null));
        fxRun(shell.view::start);
        assertThat(fx(() -> node("connection", Label.class).getText())).startsWith("Le certificat");
        fxRun(() -> shell.settings.language().set(Language.ENGLISH));
        assertThat(fx(() -> node("connection", Label.class).getText())).startsWith("The server’s certificate");
    }

    @Test
    void a_search_that_fails_names_the_reference_to_quote() {
        fxRun(() -> {
            shell.view.start();
            shell.client.fail(new ClientException.Unreachable("c-4711", null));
            search("mull");
        });
        assertThat(words("search-failed")).contains("c-4711");
    }

    @Test
    void the_overview_of_keys_holds_the_focus_and_covers_what_is_below() {
        fxRun(shell.view::start);
        robot.push(KeyCode.F1);
        await(() -> node("shortcuts-close", Node.class).isFocused());

        robot.push(KeyCode.TAB).push(KeyCode.DOWN).push(KeyCode.F3);
        fxRun(() -> {});

        assertThat(fx(() -> node("shortcuts-close", Node.class).isFocused())).isTrue();
        robot.push(KeyCode.ESCAPE);
        await(() -> node("search-field", Node.class).isFocused());
    }

    @Test
    void the_overview_tells_of_the_keys_of_the_screens_only_to_whom_has_several() {
        robot.push(KeyCode.F1);
        assertThat(words("shortcuts")).contains("Ctrl K").doesNotContain("Ctrl 1");
        robot.push(KeyCode.F1);

        shell.client.role(Role.AUDITOR);
        fxRun(shell.view::start);
        fxRun(() -> shell.settings.language().set(Language.ENGLISH));
        robot.push(KeyCode.F1);
        assertThat(words("shortcuts")).contains("Ctrl 1", "Choose a screen", "Read the screen again");
    }

    @Test
    void a_screen_is_chosen_with_its_number_and_the_search_leads_back_to_the_counter() {
        shell.client.role(Role.SUPERVISOR);
        fxRun(shell.view::start);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        await(() -> node("screen-letters", ToggleButton.class).isSelected());

        robot.push(KeyCode.CONTROL, KeyCode.K);

        await(() -> node("screen-counter", ToggleButton.class).isSelected());
        await(() -> node("search-field", Node.class).isFocused());
    }

    @Test
    void an_auditor_begins_on_the_oversight_and_is_offered_no_search() {
        shell.client.role(Role.AUDITOR);
        fxRun(shell.view::start);
        fxRun(() -> {
            assertThat(shell.view.lookup("#search-field").isVisible()).isFalse();
            assertThat(shell.client.calls).noneMatch(call -> call.startsWith("search"));
        });
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> node("said", Label.class).getText().startsWith("Votre rôle n’ouvre pas"));
    }

    private void search(String text) {
        ((TextField) shell.view.lookup("#search-field")).setText(text);
        tasks.pass(Duration.ofMillis(120));
    }

    private String words(String id) {
        return fx(() -> List.copyOf(node(id, Node.class).lookupAll(".label")).stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining(" ")));
    }
}
