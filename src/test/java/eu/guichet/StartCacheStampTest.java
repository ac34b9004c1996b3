package eu.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheStampTest {
    @TempDir
    private Path folder;

    private Path library;
    private Path options;

    @BeforeEach
    void pack() throws IOException {
        Path libraries = Files.createDirectories(folder.resolve("with a space"));
        library = libraries.resolve("one.jar");
        options = Files.writeString(folder.resolve("jvm.args"), "-Xmx1m");
        write("content", 1_000_000_000_000L);
    }

    private void write(String content, long packed) throws IOException {
        try (OutputStream out = Files.newOutputStream(library);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry("some.class");
            entry.setTime(packed);
            archive.putNextEntry(entry);
            archive.write(content.getBytes(StandardCharsets.UTF_8));
        }
        Files.setLastModifiedTime(library, FileTime.fromMillis(packed));
    }

    private StartCacheStamp stamp() throws IOException {
        return StartCacheStamp.of(library.resolveSibling(""), options);
    }

    @Test
    void a_library_that_was_packed_again_is_the_same_and_gets_its_time_back() throws IOException {
        String before = stamp().text();
        write("content", 1_700_000_000_000L);
        assertThat(stamp().restore(before)).isTrue();
        assertThat(Files.getLastModifiedTime(library).toMillis()).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void another_content_is_not_the_same_and_keeps_its_time() throws IOException {
        String before = stamp().text();
        write("contenu", 1_700_000_000_000L);
        assertThat(stamp().restore(before)).isFalse();
        assertThat(Files.getLastModifiedTime(library).toMillis()).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void another_option_or_one_library_more_is_not_the_same() throws IOException {
        String before = stamp().text();
        Files.writeString(options, "-Xmx2m");
        assertThat(stamp().restore(before)).isFalse();
        Files.writeString(options, "-Xmx1m");
        assertThat(stamp().restore(before)).isTrue();
        Files.copy(library, library.resolveSibling("two.jar"));
        assertThat(stamp().restore(before)).isFalse();
    }
}
