package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Role;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.Accessibility;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.UiTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** A file is open, and then the network is slow, or gone, or leads to something else. */
class LostNetworkTest extends UiTest {
    private static final Session RENEWABLE = new Session() {
        @Override
        public boolean renewable() {
            return true;
        }

        @Override
        public void renew() {}

        @Override
        public List<Role> roles() {
            return List.of();
        }

        @Override
        public void workAs(Role role) {}

        @Override
        public void leave() {}
    };

    private final SameThreadTasks tasks = new SameThreadTasks();

    @Test
    void a_slow_answer_is_said_to_be_waited_for_and_the_file_stays() {
        withFileOpen("network-slow", shell -> {
            shell.client.keepWaiting(Duration.ofSeconds(4));
            shell.pass(Duration.ofSeconds(1));
            assertThat(foot(shell)).isEqualTo("Réponse du serveur attendue depuis 4 s…");
            assertThat(shell.view.lookup("#status-way").isVisible()).isFalse();
        });
    }

    @Test
    void a_lost_network_is_said_to_be_lost_and_since_when_and_what_is_shown_stays_readable() {
        withFileOpen("network-away", shell -> {
            lose(shell);
            assertThat(foot(shell)).contains("depuis 10:12").contains("reste lisible");
            shell.pass(Duration.ofMinutes(3));
            assertThat(foot(shell)).as("still since when it was lost").contains("depuis 10:12");
        });
        withFileOpen("network-away-dark", shell -> {
            theme().appearance().set(Appearance.DARK);
            shell.settings.language().set(Language.ENGLISH);
            lose(shell);
            assertThat(foot(shell)).contains("No answer from the server since");
        });
    }

    @Test
    void a_backend_that_is_too_new_for_this_desktop_takes_nothing_away() {
        withFileOpen("network-too-new", shell -> {
            shell.client.fail(
                    new ClientException.Hindered(ClientException.Hindered.Hindrance.DESKTOP_TOO_OLD, "c-1", null));
            shell.client.connection(GuichetClient.Connection.RECONNECTING);
            assertThat(foot(shell)).startsWith("Cette version de Guichet est trop ancienne");
        });
    }

    @Test
    void a_session_that_is_over_offers_a_new_one_over_what_is_shown() {
        for (Language language : Language.values()) {
            for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
                String picture = "session-over-" + word(language) + "-" + word(appearance);
                withFileOpen(picture, shell -> {
                    theme().appearance().set(appearance);
                    shell.settings.language().set(language);
                    shell.client.connection(GuichetClient.Connection.SIGNED_OUT);
                    assertThat(shell.view.lookup("#status-way").isVisible()).isTrue();
                });
            }
        }
    }

    @Test
    void clocks_that_differ_take_nothing_away_and_offer_no_new_session() {
        withFileOpen("clocks-differ", shell -> {
            clocksDiffer(shell);
            assertThat(foot(shell)).startsWith("L’horloge du serveur").doesNotContain("pris fin");
        });
        withFileOpen("clocks-differ-dark", shell -> {
            theme().appearance().set(Appearance.DARK);
            shell.settings.language().set(Language.ENGLISH);
            clocksDiffer(shell);
            assertThat(foot(shell)).startsWith("The server’s clock");
        });
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static void clocksDiffer(ShellFixture shell) {
        shell.client.fail(new ClientException.Hindered(ClientException.Hindered.Hindrance.CLOCKS_DIFFER, "c-1", null));
        shell.client.connection(GuichetClient.Connection.RECONNECTING);
    }

    private static void lose(ShellFixture shell) {
        shell.client.fail(new ClientException.Unreachable("gone", null));
        shell.client.connection(GuichetClient.Connection.RECONNECTING);
    }

    private void withFileOpen(String picture, Consumer<ShellFixture> then) {
        fxRun(() -> {
            ShellFixture shell = new ShellFixture(tasks, Settings.defaults(), RENEWABLE);
            Scene scene = new Scene(shell.view, 1280, 800);
            theme().appearance().set(Appearance.LIGHT);
            theme().dress(scene);
            shell.view.start();
            TextField field = (TextField) shell.view.lookup("#search-field");
            field.setText("mull");
            tasks.pass(Duration.ofMillis(120));
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            String name = ((Label) shell.view.lookup("#pensioner-name")).getText();
            then.accept(shell);
            for (int pass = 0; pass < 3; pass++) {
                shell.view.applyCss();
                shell.view.layout();
            }
            assertThat(((Label) shell.view.lookup("#pensioner-name")).getText())
                    .isNotEmpty()
                    .isEqualTo(name);
            assertThat(field.getText()).isEqualTo("mull");
            assertThat(Pictures.take(scene, picture)).isNotEmptyFile();
            assertThat(Accessibility.faults(shell.view)).isEmpty();
            shell.view.stop();
            theme().undress(scene);
        });
    }

    private static String foot(ShellFixture shell) {
        return ((Label) shell.view.lookup("#connection")).getText();
    }
}
