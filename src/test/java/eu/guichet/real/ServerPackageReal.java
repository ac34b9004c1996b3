package eu.guichet.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package of the server on a bare Debian with systemd as its first process, from being installed to being purged. Run by
 * {@code mvn -ntp verify -Preal}.
 */
class ServerPackageReal {
    private static final int CANNOT_BE_HAD_HERE = 77;

    @TempDir
    private Path folder;

    @Test
    void the_package_is_installed_started_by_systemd_upgraded_removed_and_purged()
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process script = new ProcessBuilder("sh", "packaging/server/try.sh")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = script.waitFor(12, TimeUnit.MINUTES);
        if (!ended) {
            // so that it ends the machine too
            script.destroy();
            var _ = script.waitFor(1, TimeUnit.MINUTES);
        }
        String told = Files.readString(output);
        System.out.println(told);
        assertThat(ended).as(told).isTrue();
        assumeThat(script.exitValue()).as(told).isNotEqualTo(CANNOT_BE_HAD_HERE);
        assertThat(script.exitValue()).as(told).isZero();
    }
}
