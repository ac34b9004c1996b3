package eu.guichet.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.desktop.settings.MachineSettings;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Pictures;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.UiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine where an administrator has fixed the address, the look, the printer and when the desk is hidden. */
class FixedSettingsTest extends UiTest {
    private static final List<String> LINES = List.of(
            "backend.url = https://guichet.pmo.example/",
            "appearance = dark",
            "veil.call = 2m",
            "veil.counter = 1h",
            "printing.printer = BRU-3");

    private final SameThreadTasks tasks = new SameThreadTasks();

    @SuppressWarnings("NullAway.Init") // opened by each test
    private ShellFixture shell;

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        fxRun(() -> {
            shell.view.stop();
            theme().appearance().set(Appearance.LIGHT);
        });
    }

    @Test
    void what_is_fixed_is_shown_as_fixed_and_cannot_be_chosen() throws IOException {
        open();
        fxRun(() -> {
            Menu appearance = menu("Apparence");
            assertThat(appearance.getItems().stream().filter(RadioMenuItem.class::isInstance))
                    .hasSize(Appearance.values().length)
                    .allMatch(MenuItem::isDisable);
            assertThat(appearance.getItems().getFirst().getText()).isEqualTo("Fixé pour ce poste");
            appearance.getItems().stream()
                    .filter(item -> "menu-light".equals(item.getId()))
                    .forEach(MenuItem::fire);
            assertThat(shell.settings.appearance().get()).isEqualTo(Appearance.DARK);

            assertThat(menu("Langue").getItems()).noneMatch(MenuItem::isDisable);
            assertThat(menu("Fixé pour ce poste").getItems().stream().map(MenuItem::getText))
                    .containsExactly(
                            "Serveur\u00a0: https://guichet.pmo.example/",
                            "Masqué au guichet après\u00a0: 1h",
                            "Masqué sinon après\u00a0: 2m",
                            "Imprimante\u00a0: BRU-3");
        });
        fxRun(() -> picture("Apparence", "settings-fixed-appearance"));
        fxRun(() -> picture("Fixé pour ce poste", "settings-fixed"));
        fxRun(() -> {
            shell.settings.language().set(Language.ENGLISH);
            theme().appearance().set(Appearance.DARK);
        });
        fxRun(() -> picture("Fixed for this machine", "settings-fixed-dark"));
    }

    @Test
    void a_machine_hides_what_it_shows_earlier_than_the_policy_says_and_never_later() throws IOException {
        open();
        fxRun(() -> {
            shell.pass(Duration.ofMinutes(2).minusSeconds(1));
            assertThat(shell.view.veiled().get()).isFalse();
            shell.pass(Duration.ofSeconds(1));
            assertThat(shell.view.veiled().get()).isTrue();
        });
    }

    private void open() throws IOException {
        Settings settings =
                Settings.defaults(MachineSettings.read(Files.write(folder.resolve("machine.properties"), LINES)));
        shell = fx(() -> new ShellFixture(tasks, settings));
        show(shell.view, 980, 700);
        fxRun(shell.view::start);
    }

    private Menu menu(String name) {
        return node("settings", MenuButton.class).getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .filter(menu -> name.equals(menu.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** What opens beside the name; as a menu of its own, because a nested one opens only under a mouse. */
    private void picture(String name, String file) {
        ContextMenu opened = new ContextMenu();
        opened.getItems().setAll(List.copyOf(menu(name).getItems()));
        opened.show(shell.view, 100, 100);
        opened.getScene().getRoot().applyCss();
        assertThat(Pictures.take(opened.getScene(), file)).isNotEmptyFile();
        opened.hide();
        menu(name).getItems().setAll(List.copyOf(opened.getItems()));
    }
}
