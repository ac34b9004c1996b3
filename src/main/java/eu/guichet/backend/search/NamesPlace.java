package eu.guichet.backend.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index of names lies: in memory, or in a folder that, like the store, its owner alone can look into.
 *
 * @param folder null for memory
 */
record NamesPlace(@Nullable Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(NamesPlace.class);

    /** What else somebody keeps in the folder stays. */
    private static final Pattern OF_AN_INDEX = Pattern.compile("_[a-z0-9]+([_.].*)?|(pending_)?segments.*");

    /** Opens what lies there, or an empty index where that cannot be read or another program has it. */
    NameFiles open() {
        Path names = folder;
        if (names == null) {
            return inMemory();
        }
        try {
            Directory directory = directory(names);
            try {
                return NameFiles.open(directory);
            } catch (LockObtainFailedException e) {
                LOG.warn("another program has the index of names in {}; this one keeps its own in memory", names);
                directory.close();
                return inMemory();
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the index of names in {} cannot be read and is made anew: {}", names, e.getMessage());
                directory.close();
                return emptied(names);
            }
        } catch (IOException e) {
            LOG.warn("no index of names can be kept in {}, it is kept in memory: {}", names, e.toString());
            return inMemory();
        }
    }

    /** Opens an empty one, whatever lay there. */
    NameFiles openEmpty() {
        Path names = folder;
        if (names == null) {
            return inMemory();
        }
        try {
            return emptied(names);
        } catch (IOException e) {
            LOG.warn("no index of names can be kept in {}, it is kept in memory: {}", names, e.toString());
            return inMemory();
        }
    }

    private static NameFiles inMemory() {
        try {
            return NameFiles.open(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NameFiles emptied(Path names) throws IOException {
        Directory directory = directory(names);
        for (String file : directory.listAll()) {
            if (OF_AN_INDEX.matcher(file).matches()) {
                directory.deleteFile(file);
            }
        }
        return NameFiles.open(directory);
    }

    private static Directory directory(Path names) throws IOException {
        if (!Files.isDirectory(names)) {
            Path parent = names.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(names);
        }
        if (names.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(names, PosixFilePermissions.fromString("rwx------"));
        }
        return new MMapDirectory(names);
    }
}
