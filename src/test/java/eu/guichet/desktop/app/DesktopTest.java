package eu.guichet.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Environment;
import eu.guichet.contract.Role;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.settings.MachineSettings;
import eu.guichet.desktop.settings.MachineSettingsException;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.FxTasks;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.Traces;
import eu.guichet.desktop.ui.UiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopTest extends UiTest {
    private final SampleClient client = new SampleClient();
    private final Settings settings = Settings.defaults();
    private @Nullable Desktop desktop;

    @AfterEach
    void stop() {
        Desktop started = desktop;
        if (started != null) {
            fx(started::stop).run();
        }
    }

    @Test
    void the_window_is_there_before_the_backend() {
        CountDownLatch answers = new CountDownLatch(1);
        open(page -> {
            await(answers);
            return running();
        });
        await(() -> text("#start-sentence").equals("Guichet démarre…"));

        answers.countDown();

        await(() -> shown("#search-field"));
        assertThat(fx(() -> stage().getScene().getFocusOwner().getId())).isEqualTo("search-field");
    }

    @Test
    void what_hinders_the_start_is_one_sentence_and_it_can_be_tried_again() {
        AtomicInteger tries = new AtomicInteger();
        open(page -> {
            if (tries.incrementAndGet() == 1) {
                throw new StartException("already", "", null);
            }
            return running();
        });
        await(() -> text("#start-sentence").startsWith("Guichet est déjà ouvert"));

        robot.push(KeyCode.SPACE);

        await(() -> shown("#search-field"));
    }

    @Test
    void a_wrong_line_of_the_machines_settings_is_named_in_the_window_with_file_and_number(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(
                folder.resolve("guichet.properties"), "# ours\nbackend.adress = https://x.example/\n");
        AtomicInteger tries = new AtomicInteger();
        open(page -> {
            if (tries.incrementAndGet() > 1) {
                return running();
            }
            try {
                MachineSettings.read(file);
            } catch (MachineSettingsException e) {
                throw new StartException(e);
            }
            throw new AssertionError("the line was not found at fault");
        });
        await(() -> text("#start-sentence").contains(file + ", ligne\u00a02"));
        assertThat(text("#start-sentence")).contains("backend.adress").contains("n’existe pas");
        fx(() -> Pictures.take(stage().getScene(), "start-machine-settings"));
        fxRun(() -> settings.language().set(Language.ENGLISH));
        assertThat(text("#start-sentence")).contains(file + ", line\u00a02").contains("there is no key");
    }

    @Test
    void a_caller_is_found_and_her_file_opened_with_the_keyboard_alone() {
        open(page -> running());
        await(() -> shown("#search-field"));

        write("mull");
        await(() -> text("#result-count").equals("2 personnes"));
        robot.push(KeyCode.DOWN).push(KeyCode.F3).push(KeyCode.ENTER);

        await(() -> client.calls.contains("open p-muller-anne counter"));
        robot.push(KeyCode.ESCAPE);
        await(() -> text("#result-count").isEmpty());
    }

    @Test
    void Ctrl_K_brings_the_focus_to_the_search_from_anywhere() {
        open(page -> running());
        await(() -> shown("#search-field"));
        Node elsewhere = node("settings", Node.class);
        fxRun(elsewhere::requestFocus);
        await(elsewhere::isFocused);

        robot.push(KeyCode.CONTROL, KeyCode.K);

        await(() -> node("search-field", Node.class).isFocused());
    }

    @Test
    void Ctrl_Enter_starts_what_the_file_proposes_with_the_question_of_identity_first() {
        open(page -> running());
        await(() -> shown("#search-field"));
        write("mull");
        await(() -> text("#result-count").equals("2 personnes"));
        robot.push(KeyCode.ENTER);
        await(() -> shown("#action-RESEND_CHALLENGE_SMS"));

        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        await(() -> shown("#verification-confirm"));
        assertThat(client.calls).noneMatch(call -> call.startsWith("resend"));
    }

    @Test
    void the_language_changes_while_the_window_is_open_and_the_backend_is_told() {
        open(page -> running());
        await(() -> text("#environment").equals("Formation"));

        fxRun(() -> settings.language().set(Language.ENGLISH));

        await(() -> text("#environment").equals("Training"));
        await(() -> text("#office-counter").startsWith("At the counter: open until"));
        assertThat(client.calls).contains("speak en-IE");
    }

    @Test
    void production_has_no_pensioners_side() {
        client.environment(Environment.PRODUCTION);
        open(page -> running());
        await(() -> text("#environment").equals("Production"));

        robot.push(KeyCode.F7);

        assertThat(shown("#training-toggle")).isFalse();
        assertThat(shown("#training-panel")).isFalse();
    }

    @Test
    void in_training_F7_shows_the_pensioners_side_and_hides_it() {
        open(page -> running());
        await(() -> text("#environment").equals("Formation"));

        robot.push(KeyCode.F7);
        await(() -> shown("#training-panel"));
        robot.push(KeyCode.F7);
        await(() -> !shown("#training-panel"));
    }

    @Test
    void a_lost_connection_is_said_until_it_is_back() {
        open(page -> running());
        await(() -> text("#connection").equals("Connecté"));

        client.connection(GuichetClient.Connection.RECONNECTING);
        await(() -> text("#connection").startsWith("Le serveur répond, mais"));
        client.connection(GuichetClient.Connection.CONNECTED);
        await(() -> text("#connection").equals("Connecté"));
    }

    @Test
    void a_search_that_fails_says_so_and_can_be_repeated() {
        open(page -> running());
        await(() -> shown("#search-field"));
        client.fail(new ClientException.Unreachable("gone", null));
        write("mull");
        await(() -> shown("#search-failed"));

        client.fail(null);
        fxRun(() -> node("search-again", Button.class).fire());

        await(() -> text("#result-count").equals("2 personnes"));
    }

    @Test
    void in_training_one_works_as_another_role_and_what_was_open_is_closed() {
        SampleClient auditor = new SampleClient();
        auditor.role(Role.AUDITOR);
        open(page -> new BackendSource.Running(client, () -> {}, null, Map.of(Role.AUDITOR, () -> auditor)));
        await(() -> shown("#search-field"));
        write("mull");
        await(() -> text("#result-count").equals("2 personnes"));
        robot.push(KeyCode.ENTER);
        await(() -> shown("#pensioner-name"));

        fxRun(() -> workAs("menu-work-as-auditor"));

        await(() -> text("#agent-role").equals("Audit"));
        await(() -> client.calls.contains("close"));
        assertThat(client.calls).contains("close c-p-muller");
        assertThat(fx(() -> Traces.of("müller"))).isEmpty();
    }

    @Test
    void a_window_with_a_file_open_is_closed_when_one_has_read_that_it_is() {
        open(page -> running());
        await(() -> shown("#search-field"));
        write("mull");
        await(() -> text("#result-count").equals("2 personnes"));
        robot.push(KeyCode.ENTER);
        await(() -> shown("#pensioner-name"));

        assertThat(fx(Objects.requireNonNull(desktop)::mayClose)).isFalse();
        assertThat(text("#notice")).startsWith("Des dossiers sont encore ouverts (Appel");
        fx(Objects.requireNonNull(desktop)::stop).run();
        assertThat(client.calls).contains("close c-p-muller");
    }

    private void workAs(String id) {
        MenuButton settings = node("settings", MenuButton.class);
        settings.getItems().stream()
                .filter(item -> "menu-work-as".equals(item.getId()))
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .forEach(MenuItem::fire);
    }

    @Test
    void closing_holds_up_no_window_and_stops_the_client_and_then_what_was_started_for_it() {
        AtomicBoolean released = new AtomicBoolean();
        open(page -> new BackendSource.Running(client, () -> released.set(client.calls.contains("close"))));
        await(() -> shown("#search-field"));

        Runnable rest = fx(Objects.requireNonNull(desktop)::stop);
        assertThat(client.calls).doesNotContain("close");
        rest.run();

        assertThat(released).isTrue();
    }

    private void open(BackendSource source) {
        desktop = fx(() -> {
            Desktop made = new Desktop(
                    settings,
                    new FxTasks(),
                    Clock.system(ZoneId.systemDefault()),
                    source,
                    new ActDoors.Outside(Printing.none(), new FileSaving(() -> null), draft -> false, page -> false),
                    980,
                    700);
            stage().setScene(made.scene());
            stage().show();
            made.start();
            return made;
        });
    }

    private BackendSource.Running running() {
        return new BackendSource.Running(client, () -> {});
    }

    private void write(String text) {
        robot.write(text);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean shown(String id) {
        return fx(() -> {
            Node node = stage().getScene().lookup(id);
            return node != null && node.isVisible();
        });
    }

    private String text(String id) {
        return fx(() -> stage().getScene().lookup(id) instanceof Labeled labeled ? ((Label) labeled).getText() : "");
    }
}
