package eu.guichet.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.BackendSettings;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBackendTest {
    @TempDir
    Path folder;

    @Test
    void one_program_at_a_time_has_the_training_database() {
        BackendSource.Running first = new EmbeddedBackend(folder).open(NobodySignsIn.PAGE);

        assertThatThrownBy(() -> new EmbeddedBackend(folder).open(NobodySignsIn.PAGE))
                .isInstanceOfSatisfying(
                        StartException.class, why -> assertThat(why.key()).isEqualTo("start.failed.already"));

        first.close();
        new EmbeddedBackend(folder).open(NobodySignsIn.PAGE).close();
    }

    @Test
    void in_training_one_works_as_whoever_one_wants() {
        BackendSource.Running running = new EmbeddedBackend(folder).open(NobodySignsIn.PAGE);
        try {
            assertThat(running.client().me().role()).isEqualTo(Role.LETTER_OFFICER);
            running.roles().forEach((role, client) -> {
                try (GuichetClient as = client.get()) {
                    assertThat(as.me().role()).isEqualTo(role);
                }
            });
            assertThat(running.roles().keySet())
                    .containsExactly(Role.AGENT, Role.LETTER_OFFICER, Role.SUPERVISOR, Role.AUDITOR);
        } finally {
            running.close();
        }
    }

    @Test
    void one_window_at_a_time_has_the_home_of_an_institutions_desk_too() {
        URI url = URI.create("http://localhost:1/");
        BackendSource.Running first = new RemoteBackend(folder, url, () -> "handed-out", null).open(NobodySignsIn.PAGE);

        assertThatThrownBy(() -> new RemoteBackend(folder, url, () -> "handed-out", null).open(NobodySignsIn.PAGE))
                .isInstanceOfSatisfying(
                        StartException.class, why -> assertThat(why.key()).isEqualTo("start.failed.already"));
        first.close();
    }

    @Test
    void a_database_that_cannot_be_opened_is_named_and_the_next_try_is_free() throws IOException {
        Path database = Files.createDirectory(folder.resolve("training.db"));

        assertThatThrownBy(() -> new EmbeddedBackend(folder).open(NobodySignsIn.PAGE))
                .isInstanceOfSatisfying(StartException.class, why -> {
                    assertThat(why.key()).isEqualTo("start.failed.store");
                    assertThat(why.place()).isEqualTo(database.toString());
                });

        Files.delete(database);
        new EmbeddedBackend(folder).open(NobodySignsIn.PAGE).close();
    }

    @Test
    void a_port_that_another_program_has_is_said() throws IOException {
        try (ServerSocket another = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BackendSettings settings = BackendSettings.training(
                            folder.resolve("training.db").toString(), 0)
                    .withPort(another.getLocalPort());

            assertThatThrownBy(() -> new EmbeddedBackend(folder, settings).open(NobodySignsIn.PAGE))
                    .isInstanceOfSatisfying(
                            StartException.class, why -> assertThat(why.key()).isEqualTo("start.failed.port"));
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("in the way"));

        assertThatThrownBy(() -> new EmbeddedBackend(file).open(NobodySignsIn.PAGE))
                .isInstanceOfSatisfying(StartException.class, why -> {
                    assertThat(why.key()).isEqualTo("start.failed.folder");
                    assertThat(why.place()).isEqualTo(file.toString());
                });
    }
}
