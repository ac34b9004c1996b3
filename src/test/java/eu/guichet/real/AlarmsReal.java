package eu.guichet.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus reads the alarms, and they ring when they should. Run by {@code mvn -ntp verify -Preal}. */
class AlarmsReal {
    @TempDir
    private Path folder;

    @Test
    void prometheus_takes_the_alarms_and_rings_them_when_it_should() throws IOException, InterruptedException {
        Path promtool = Debian.unpack("prometheus", "prometheus").resolve("usr/bin/promtool");

        told(promtool, "check", "rules", "packaging/server/guichet-alarms.yml");
        told(promtool, "test", "rules", "packaging/server/guichet-alarms-test.yml");
    }

    private void told(Path promtool, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.command().addFirst(promtool.toString());
        Path output = folder.resolve("output.txt");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
