package eu.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged desktop starts: with the cache that the build has made beside it, and without one where it was copied elsewhere. */
class StartIT {
    @TempDir
    private Path folder;

    @Test
    void it_tells_when_it_was_painted_and_when_its_search_answered_and_leaves()
            throws IOException, InterruptedException {
        try (Program program = Program.start(folder, "--until-ready")) {
            untilReady(program);
        }
        assertThat(Program.image().resolve("aot").resolve("desktop.aot")).isNotEmptyFile();
        assertThat(saidByJava()).doesNotContain("error");
    }

    @Test
    void a_copy_in_another_folder_starts_without_the_cache_and_says_so_in_the_log_alone()
            throws IOException, InterruptedException {
        Path copy = copied(folder.resolve("à l’étage"));
        try (Program program = Program.of(copy, folder, "--until-ready")) {
            untilReady(program);
        }
        assertThat(saidByJava()).contains("AOT cache");
    }

    private static void untilReady(Program program) throws IOException, InterruptedException {
        Program.Ended ended = program.end();
        assertThat(ended.exit()).as(ended.errors()).isZero();
        assertThat(ended.output())
                .satisfiesExactly(
                        painted -> assertThat(painted).matches("first-paint \\d+"),
                        answered -> assertThat(answered).matches("search-answers \\d+"));
        assertThat(ended.errors()).isEmpty();
    }

    private String saidByJava() throws IOException {
        return Files.readString(folder.resolve("home").resolve("log").resolve("java.log"));
    }

    private static Path copied(Path to) throws IOException {
        Path image = Program.image();
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(image.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }
}
