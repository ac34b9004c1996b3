package eu.guichet.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.desktop.settings.MachineSettingsException.Fault;
import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.TextSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineSettingsTest {
    private static final Path DOCUMENTED = Path.of("docs", "desktop.properties");

    @TempDir
    private Path folder;

    @Test
    void every_key_is_documented_with_its_default_in_the_order_in_which_it_is_shown() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0].strip())
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(MachineKey.values()).map(MachineKey::key).toList());
        assertThat(MachineSettings.read(DOCUMENTED).fixed())
                .as("a documented default fixes nothing")
                .isEmpty();
    }

    @Test
    void a_machine_without_a_file_fixes_nothing() {
        assertThat(MachineSettings.read(folder.resolve("missing")).fixed()).isEmpty();
    }

    @Test
    void every_key_means_something() throws IOException {
        Path authority = Files.writeString(
                folder.resolve("authority.pem"),
                new HeldCertificate.Builder().certificateAuthority(0).build().certificatePem());
        MachineSettings machine = read(
                "\uFEFF# rolled out by the service desk",
                "backend.url = https://guichet.example.eu/",
                "backend.authority = " + authority,
                "sign-in.issuer=https://login.example.eu/realms/pmo",
                " sign-in.client = guichet-desktop ",
                "language = en",
                "appearance = dark",
                "text-size = larger",
                "veil.counter = 90s",
                "veil.call = 5m",
                "printing.printer = \\\\print01\\BRU-3 = letters");
        assertThat(machine.fixed()).containsExactly(MachineKey.values());
        assertThat(machine.backend()).isEqualTo(URI.create("https://guichet.example.eu/"));
        assertThat(machine.authority()).isNotNull();
        assertThat(machine.signIn())
                .isEqualTo(new MachineSettings.SignIn(
                        URI.create("https://login.example.eu/realms/pmo"), "guichet-desktop"));
        assertThat(machine.language()).isEqualTo(Language.ENGLISH);
        assertThat(machine.appearance()).isEqualTo(Appearance.DARK);
        assertThat(machine.textSize()).isEqualTo(TextSize.LARGER);
        assertThat(machine.veilAtCounter()).isEqualTo(Duration.ofSeconds(90));
        assertThat(machine.veilOnCall()).isEqualTo(Duration.ofMinutes(5));
        assertThat(machine.printer()).isEqualTo("\\\\print01\\BRU-3 = letters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backend.url https://x.example/ | NO_KEY_AND_VALUE",
                "= value | NO_KEY_AND_VALUE",
                "backend.adress = https://x.example/ | UNKNOWN_KEY",
                "language = fr | TWICE",
                "backend.url = http://x.example/ | WRONG_VALUE",
                "backend.url = x | WRONG_VALUE",
                "backend.authority = /missing.pem | WRONG_VALUE",
                "appearance = blue | WRONG_VALUE",
                "text-size = 12 | WRONG_VALUE",
                "veil.call = 5 | WRONG_VALUE",
                "veil.call = 5s | WRONG_VALUE",
                "sign-in.issuer = https://login.example.eu | ALONE",
                "sign-in.client = guichet | ALONE",
            })
    void a_wrong_line_is_named_with_its_number(String line, Fault fault) throws IOException {
        Path file = write("# first", "language = en", "", line);
        assertThatThrownBy(() -> MachineSettings.read(file))
                .isInstanceOfSatisfying(MachineSettingsException.class, wrong -> {
                    assertThat(wrong.fault()).isEqualTo(fault);
                    assertThat(wrong.line()).isEqualTo(4);
                    assertThat(wrong.file()).isEqualTo(file.toString());
                    assertThat(wrong.what()).isNotEmpty();
                });
    }

    @Test
    void a_file_that_is_there_and_cannot_be_read_is_not_taken_for_none() {
        assertThatThrownBy(() -> MachineSettings.read(folder))
                .isInstanceOfSatisfying(
                        MachineSettingsException.class,
                        wrong -> assertThat(wrong.fault()).isEqualTo(Fault.UNREADABLE));
    }

    @Test
    void what_is_fixed_nobody_changes_and_the_own_choice_comes_back_when_it_no_longer_is() throws IOException {
        SettingsFile own = new SettingsFile(folder);
        Settings chosen = own.load().settings();
        chosen.appearance().set(Appearance.LIGHT);
        own.write(own.text(chosen));

        SettingsFile fixed = new SettingsFile(folder, read("appearance = dark", "backend.url = https://x.example/"));
        Settings settings = fixed.load().settings();
        settings.appearance().set(Appearance.SYSTEM);
        settings.language().set(Language.ENGLISH);
        assertThat(settings.appearance().get()).isEqualTo(Appearance.DARK);
        assertThat(settings.backend()).isEqualTo(URI.create("https://x.example/"));
        fixed.write(fixed.text(settings));

        Settings later = own.load().settings();
        assertThat(later.appearance().get()).isEqualTo(Appearance.LIGHT);
        assertThat(later.language().get()).isEqualTo(Language.ENGLISH);
        assertThat(later.backend()).isNull();
    }

    @Test
    void the_file_is_where_each_system_keeps_what_is_the_machines() {
        assertThat(MachineSettings.file(Map.of("os.name", "Linux")::get, Map.<String, String>of()::get))
                .isEqualTo(Path.of("/etc/guichet/desktop.properties"));
        assertThat(MachineSettings.file(Map.of("os.name", "Windows 11")::get, Map.of("ProgramData", "/data")::get))
                .isEqualTo(Path.of("/data/Guichet/guichet.properties"));
        assertThat(MachineSettings.file(
                        Map.of("os.name", "Linux", MachineSettings.PROPERTY, "/tmp/x")::get,
                        Map.<String, String>of()::get))
                .isEqualTo(Path.of("/tmp/x"));
    }

    private MachineSettings read(String... lines) throws IOException {
        return MachineSettings.read(write(lines));
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("machine.properties"), List.of(lines));
    }
}
