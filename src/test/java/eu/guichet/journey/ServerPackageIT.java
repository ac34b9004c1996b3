package eu.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.guichet.contract.ContractJson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The package of the server, built and taken apart where the tools of Debian are. */
@EnabledOnOs(OS.LINUX)
class ServerPackageIT {
    /** Out of 10, as systemd judges the exposure of a service; below 2 is "OK". */
    private static final int MOST_EXPOSED = 20;

    @TempDir
    private static Path folder;

    private static Path built = Path.of("");

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        assumeThat(onThePath("dpkg-deb")).isTrue();
        Told made = told("packaging/server/deb.sh");
        assertThat(made.exit()).as(made.text()).isZero();
        built = Path.of(made.text().strip());
        Told unpacked = told("dpkg-deb", "-x", built.toString(), folder.toString());
        assertThat(unpacked.exit()).as(unpacked.text()).isZero();
    }

    private record Told(int exit, String text) {}

    private static Told told(String... command) throws IOException, InterruptedException {
        Path text = Files.createTempFile("told", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(text.toFile())
                    .start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            return new Told(process.exitValue(), Files.readString(text));
        } finally {
            Files.delete(text);
        }
    }

    private static boolean onThePath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    /** The unit, with the programs where they are unpacked. */
    private static String unit() throws IOException {
        Path unit = folder.resolve("guichet.service");
        Files.writeString(
                unit,
                Files.readString(folder.resolve("usr/lib/systemd/system/guichet.service"))
                        .replace("/opt/guichet-server", folder + "/opt/guichet-server"));
        return unit.toString();
    }

    @Test
    void it_needs_no_desktop_and_does_not_stand_in_the_way_of_one() throws IOException, InterruptedException {
        assertThat(told("dpkg-deb", "--field", built.toString(), "Package", "Depends")
                        .text())
                .contains("guichet-server", "systemd")
                .doesNotContain("gtk", "libgl");
        List<String> files =
                told("dpkg-deb", "--contents", built.toString()).text().lines().toList();
        assertThat(files)
                .noneMatch(line -> line.endsWith("/usr/bin/guichet") || line.contains(" ./opt/guichet/"))
                .noneMatch(line -> line.contains("libglass") || line.endsWith(".desktop"))
                .allMatch(line -> line.contains("root/root"));
    }

    @Test
    void settings_are_kept_at_an_upgrade_and_not_for_everybody_to_read() throws IOException, InterruptedException {
        assertThat(told("dpkg-deb", "--info", built.toString(), "conffiles").text())
                .contains("/etc/guichet/institution.properties", "/etc/guichet/environment");
        assertThat(told("dpkg-deb", "--contents", built.toString()).text().lines())
                .filteredOn(line -> line.contains("./etc/guichet/") && !line.startsWith("d"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("-rw-r-----"));
    }

    @Test
    void the_scripts_of_the_package_are_scripts() throws IOException, InterruptedException {
        for (String script : List.of("postinst", "prerm", "postrm")) {
            Path file = folder.resolve(script);
            Files.writeString(
                    file, told("dpkg-deb", "--info", built.toString(), script).text());
            Told checked = told("sh", "-n", file.toString());
            assertThat(checked.exit()).as(checked.text()).isZero();
        }
    }

    @Test
    void systemd_understands_the_unit_and_finds_it_well_shut() throws IOException, InterruptedException {
        assumeThat(onThePath("systemd-analyze")).isTrue();
        Told verified = told("systemd-analyze", "verify", unit());
        assertThat(verified.exit()).as(verified.text()).isZero();
        assertThat(verified.text()).doesNotContain("guichet.service:");
        Told judged = told(
                "systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=" + MOST_EXPOSED, unit());
        assertThat(judged.exit()).as(judged.text()).isZero();
    }

    @Test
    void what_was_unpacked_serves_with_the_sample_of_the_settings() throws IOException {
        Path launcher = folder.resolve("opt/guichet-server/bin/guichet");
        Process server = new ProcessBuilder(
                        launcher.toString(),
                        "serve",
                        "--database",
                        folder.resolve("guichet.db").toString(),
                        "--config",
                        folder.resolve("etc/guichet/institution.properties").toString(),
                        "--port",
                        "0")
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try (var output = server.inputReader()) {
            String started = output.readLine();
            assertThat(started)
                    .as(Files.readString(folder.resolve("errors.txt")))
                    .isNotNull();
            assertThat(ContractJson.mapper().readTree(started).get("url").asString())
                    .startsWith("http://127.0.0.1:");
        } finally {
            server.destroy();
            server.onExit().join();
        }
    }
}
