package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Accessibility;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.TextSize;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ShellPicturesTest extends UiTest {
    private final SameThreadTasks tasks = new SameThreadTasks();

    @Test
    void nothing_searched_for_yet() {
        picture("shell-empty", 1280, 800, shell -> {});
    }

    @Test
    void her_file_is_open() {
        picture("shell-file", 1280, 800, this::openMuller);
        picture("shell-file-large-screen", 1920, 1080, this::openMuller);
    }

    @Test
    void in_the_dark_and_in_English() {
        picture("shell-file-dark", 1280, 800, shell -> {
            theme().appearance().set(Appearance.DARK);
            shell.settings.language().set(Language.ENGLISH);
            openMuller(shell);
        });
    }

    @Test
    void the_pensioners_own_side() {
        picture("shell-training", 1280, 800, shell -> {
            openMuller(shell);
            shell.view.showTraining(true);
        });
        picture("shell-training-large-screen", 1920, 1080, shell -> {
            openMuller(shell);
            shell.view.showTraining(true);
        });
    }

    @Test
    void a_narrow_window_and_large_text_lose_nothing() {
        picture("shell-narrow", 960, 700, this::openMuller);
        picture("shell-largest-text", 1280, 800, shell -> {
            theme().textSize().set(TextSize.LARGEST);
            openMuller(shell);
        });
    }

    @Test
    void nobody_found_and_a_failed_search() {
        picture("shell-nobody", 1280, 800, shell -> type(shell, "zzz"));
        picture("shell-failed", 1280, 800, shell -> {
            shell.client.fail(new ClientException.Unreachable("gone", null));
            shell.client.connection(GuichetClient.Connection.RECONNECTING);
            type(shell, "mull");
        });
    }

    @Test
    void somebody_found_by_a_letter_and_why() {
        String reference = SampleFiles.waitsForLetter().letters().getFirst().reference();
        picture("shell-found-by-letter", 960, 700, shell -> {
            type(shell, reference);
            shell.view.applyCss();
            shell.view.layout();
            assertThat(((Label) shell.view.lookup(".result-why")).getText()).isEqualTo("par la référence d’une lettre");
        });
    }

    @Test
    void a_file_that_is_not_who_is_searched_for_and_a_veiled_window() {
        picture("shell-dimmed", 1280, 800, shell -> {
            openMuller(shell);
            type(shell, "dubois");
        });
        picture("shell-veiled", 1280, 800, shell -> {
            openMuller(shell);
            press(shell, KeyCode.F9);
        });
    }

    @Test
    void two_files_side_by_side_and_what_was_done_when_one_is_closed() {
        picture("shell-two-files", 1280, 800, shell -> {
            openMuller(shell);
            control(shell, KeyCode.T);
            type(shell, "ferrari");
            press(shell, KeyCode.ENTER);
        });
        picture("shell-closed", 1280, 800, shell -> {
            openMuller(shell);
            control(shell, KeyCode.W);
        });
    }

    @Test
    void every_act_by_its_name() {
        picture("shell-palette", 1280, 800, shell -> {
            openMuller(shell);
            control(shell, KeyCode.P);
        });
    }

    @Test
    void the_overview_of_keys() {
        picture("shell-shortcuts", 1280, 800, shell -> {
            openMuller(shell);
            press(shell, KeyCode.F1);
        });
    }

    private void picture(String name, double width, double height, Consumer<ShellFixture> prepare) {
        List<String> faults = fx(() -> {
            ShellFixture shell = new ShellFixture(tasks);
            Scene scene = new Scene(shell.view, width, height);
            theme().appearance().set(Appearance.LIGHT);
            theme().textSize().set(TextSize.NORMAL);
            theme().dress(scene);
            shell.view.start();
            prepare.accept(shell);
            for (int pass = 0; pass < 3; pass++) {
                shell.view.applyCss();
                shell.view.layout();
            }
            assertThat(Pictures.take(scene, name)).isNotEmptyFile();
            List<String> found = Accessibility.faults(shell.view);
            shell.view.stop();
            theme().undress(scene);
            return found;
        });
        assertThat(faults).as(name).isEmpty();
    }

    private void openMuller(ShellFixture shell) {
        type(shell, "mull");
        press(shell, KeyCode.ENTER);
    }

    private void type(ShellFixture shell, String text) {
        field(shell).setText(text);
        tasks.pass(Duration.ofMillis(120));
    }

    private static void press(ShellFixture shell, KeyCode key) {
        TextField field = field(shell);
        field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private static void control(ShellFixture shell, KeyCode key) {
        field(shell).fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
    }

    private static TextField field(ShellFixture shell) {
        return (TextField) shell.view.lookup("#search-field");
    }
}
