package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.ui.Keyboard;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file that is open and the person who is looked for are one, or nothing can be done. */
class RightPersonTest extends UiTest {
    private final SameThreadTasks tasks = new SameThreadTasks();
    private ShellFixture shell;
    private Keyboard keys;

    @BeforeEach
    void open() {
        shell = fx(() -> new ShellFixture(tasks));
        show(shell.view, 980, 700);
        keys = fx(() -> new Keyboard(stage().getScene(), shell.hands::pass));
        fxRun(() -> {
            shell.view.start();
            shell.hands.every(0);
            keys.pause();
            search("muller");
            keys.stroke(KeyCode.ENTER);
        });
        await(() -> shell.view.lookup("#action-RESEND_CHALLENGE_SMS") != null);
    }

    @AfterEach
    void close() {
        fxRun(shell.view::stop);
    }

    @Test
    void with_another_row_chosen_the_open_file_takes_no_act() {
        fxRun(() -> keys.pause()
                .stroke(KeyCode.DOWN)
                .pause()
                .withCtrl(KeyCode.ENTER)
                .pause()
                .stroke(KeyCode.ESCAPE));
        assertNothingStarted();
    }

    @Test
    void while_the_search_finds_nobody_the_open_file_is_dimmed_and_takes_no_act() {
        fxRun(() -> {
            search("dubois");
            keys.pause().withCtrl(KeyCode.ENTER);
            assertThat(text("dimmed-whose")).isEqualTo("Dossier de MÜLLER Annelise");
            assertThat(text("dimmed-why")).contains("dubois").endsWith("personne.");
            assertThat(shell.view.lookup("#action-RESEND_CHALLENGE_SMS").isDisabled())
                    .isTrue();
            assertThat(text("said")).startsWith("Votre recherche porte sur une autre personne");
            assertThat(shell.view.lookup("#search-field").isFocused()).isTrue();
        });
        assertNothingStarted();
    }

    @Test
    void while_the_search_fails_the_open_file_takes_no_act() {
        fxRun(() -> {
            shell.client.fail(new ClientException.Unreachable("gone", null));
            search("mul");
            keys.pause().withCtrl(KeyCode.ENTER);
            assertThat(text("dimmed-why")).contains("mul");
        });
        assertNothingStarted();
    }

    @Test
    void Escape_gives_the_search_up_and_goes_back_to_the_file() {
        fxRun(() -> {
            search("dubois");
            keys.pause().stroke(KeyCode.ESCAPE);
            assertThat(shell.view.lookup("#dimmed").isVisible()).isFalse();
            assertThat(shell.view.lookup("#standing").isFocused()).isTrue();
            keys.pause().withCtrl(KeyCode.ENTER);
        });
        await(() -> shell.view.lookup("#verification-confirm") != null);
    }

    @Test
    void an_act_that_cannot_begin_says_why_and_takes_the_focus_nowhere() {
        fxRun(() -> {
            keys.pause().withCtrl(KeyCode.ENTER);
            Node focused = stage().getScene().getFocusOwner();
            keys.pause().withCtrl(KeyCode.ENTER);
            assertThat(text("said")).startsWith("Terminez d’abord");
            assertThat(stage().getScene().getFocusOwner()).isSameAs(focused);
        });
    }

    @Test
    void a_scanned_letter_opens_the_file_of_its_addressee_from_anywhere() {
        fxRun(() -> {
            shell.view.lookup("#settings").requestFocus();
            keys.scan("G-7F2K-11AB");
        });
        await(() -> text("pensioner-name").equals("MULLER Anne"));
    }

    @Test
    void the_acts_by_name_go_with_the_file_of_which_they_are() {
        fxRun(() -> {
            keys.pause().withCtrl(KeyCode.P);
            assertThat(shell.view.lookup("#palette").isVisible()).isTrue();
            keys.scan("G-7F2K-11AB");
        });
        await(() -> text("pensioner-name").equals("MULLER Anne"));
        fxRun(() -> {
            assertThat(shell.view.lookup("#palette").isVisible()).isFalse();
            keys.pause().stroke(KeyCode.ENTER);
        });
        assertNothingStarted();
    }

    @Test
    void a_letter_that_is_scanned_over_the_overview_of_keys_is_seen() {
        fxRun(() -> {
            keys.pause().stroke(KeyCode.F1);
            keys.scan("G-7F2K-11AB");
        });
        await(() -> text("pensioner-name").equals("MULLER Anne"));
        fxRun(() -> assertThat(shell.view.lookup("#shortcuts").isVisible()).isFalse());
    }

    @Test
    void a_label_that_is_scanned_behind_what_was_typed_is_not_taken_for_a_code() {
        fxRun(() -> {
            shell.view.lookup("#search-field").requestFocus();
            keys.pause().scan("RR138375875BE");
            tasks.pass(Duration.ofSeconds(5));
            assertThat(text("said")).doesNotContain("code");
        });
    }

    @Test
    void a_scan_while_a_card_waits_opens_nothing_and_presses_nothing() {
        fxRun(() -> {
            keys.pause().withCtrl(KeyCode.ENTER);
            keys.pause().scan("G-7F2K-11AB");
            assertThat(text("pensioner-name")).isEqualTo("MÜLLER Annelise");
            assertThat(text("said")).startsWith("Décidez d’abord");
        });
        assertThat(shell.client.calls).noneMatch(call -> call.startsWith("verify"));
    }

    @Test
    void a_scanned_code_is_sent_nowhere() {
        fxRun(() -> {
            shell.client.calls.clear();
            shell.view.lookup("#search-field").requestFocus();
            keys.scan("4KQ793VX7KQ493VX");
            tasks.pass(Duration.ofSeconds(5));
            assertThat(((TextField) shell.view.lookup("#search-field")).getText())
                    .isEqualTo("muller");
            assertThat(text("said")).startsWith("Jamais de code");
        });
        assertThat(shell.client.calls).noneMatch(call -> call.contains("4KQ7"));
    }

    @Test
    void two_hasty_enters_on_an_act_only_open_its_card() {
        fxRun(() -> {
            shell.view.lookup("#action-RESEND_CHALLENGE_SMS").requestFocus();
            keys.pause().stroke(KeyCode.ENTER);
            shell.hands.pass(200);
            keys.stroke(KeyCode.ENTER);
        });
        assertThat(shell.client.calls).noneMatch(call -> call.startsWith("verify") || call.startsWith("resend"));
    }

    private void assertNothingStarted() {
        fxRun(() -> assertThat(shell.view.lookup("#verification-confirm")).isNull());
        assertThat(shell.client.calls).noneMatch(call -> call.startsWith("resend"));
    }

    private void search(String text) {
        TextField field = (TextField) shell.view.lookup("#search-field");
        field.requestFocus();
        field.setText(text);
        tasks.pass(Duration.ofMillis(120));
    }

    private String text(String id) {
        return shell.view.lookup("#" + id) instanceof Label label ? label.getText() : "";
    }
}
