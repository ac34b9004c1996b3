package eu.guichet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A store for one run, in a folder of its own that goes with it. */
final class TemporaryStore implements AutoCloseable {
    private final Path folder;

    private TemporaryStore(Path folder) {
        this.folder = folder;
    }

    static TemporaryStore create() {
        try {
            return new TemporaryStore(Files.createTempDirectory("guichet"));
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder can be made: " + e.getMessage(), e);
        }
    }

    Path folder() {
        return folder;
    }

    String file() {
        return folder.resolve("training.db").toString();
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder could not be removed: " + folder, e);
        }
    }
}
