package eu.guichet.desktop.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:12:00Z");

    @TempDir
    Path home;

    @Test
    void what_a_program_that_ended_in_the_middle_of_printing_left_behind_goes_and_a_job_of_now_stays()
            throws IOException {
        Path folder = Files.createDirectories(home.resolve("spool"));
        Path left = job(folder, "javaprint7005918540981733509.ps", NOW.minus(Duration.ofMinutes(11)));
        Path now = job(folder, "javaprint12.ps", NOW.minus(Duration.ofSeconds(3)));
        Spool.keepIn(home, NOW);
        assertThat(left).doesNotExist();
        assertThat(now).exists();
    }

    @Test
    void nobody_else_can_enter_the_folder() throws IOException {
        Spool.keepIn(home, NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("spool"))))
                .isEqualTo("rwx------");
    }

    private static Path job(Path folder, String name, Instant written) throws IOException {
        Path job = Files.writeString(folder.resolve(name), "%!PS");
        return Files.setLastModifiedTime(job, FileTime.from(written));
    }
}
