package eu.guichet.desktop.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.client.BackendAddressException;
import eu.guichet.desktop.settings.MachineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopAppTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"guichet.example.eu", "https://guichet .example.eu", "http://guichet.example.eu/"})
    void an_address_at_which_no_backend_can_be_is_refused_before_there_is_a_window(String address) {
        assertThatThrownBy(() -> new DesktopApp(folder, address)).isInstanceOf(BackendAddressException.class);
    }

    @Test
    void so_is_one_that_stands_in_the_settings() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"backend.url\": \"http://guichet.example.eu/\"}");
        assertThatThrownBy(() -> new DesktopApp(folder, " ")).isInstanceOf(BackendAddressException.class);
        assertThatCode(() -> new DesktopApp(folder, "https://guichet.example.eu/"))
                .doesNotThrowAnyException();
    }

    @Test
    void the_machines_address_holds_whatever_a_person_has_set() throws IOException {
        Path machine = Files.writeString(folder.resolve("machine"), "backend.url = https://guichet.example.eu/\n");
        Files.writeString(folder.resolve("settings.json"), "{\"backend.url\": \"http://elsewhere.example/\"}");
        System.setProperty(MachineSettings.PROPERTY, machine.toString());
        try {
            assertThatCode(() -> new DesktopApp(folder, "not an address")).doesNotThrowAnyException();
            Files.writeString(machine, "backend.url = x\n");
            assertThatCode(() -> new DesktopApp(folder, "https://guichet.example.eu/"))
                    .as("a wrong line is told in the window")
                    .doesNotThrowAnyException();
        } finally {
            System.clearProperty(MachineSettings.PROPERTY);
        }
    }
}
