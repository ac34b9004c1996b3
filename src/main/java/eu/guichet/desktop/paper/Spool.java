package eu.guichet.desktop.paper;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Java keeps a print job until the system's printing program has read it, and with it a letter's code: a folder that only
 * its owner can enter. What a program that ended in the middle has left there goes at the next start, or soon after it.
 */
public final class Spool {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    /** No printing program takes longer to read a letter; a job of another window may be younger. */
    private static final Duration READ_BY_NOW = Duration.ofMinutes(10);

    private Spool() {}

    /**
     * Makes the folder ready, and removes what was left there; to be called again from time to time, because a program that
     * is started right after one that ended finds its jobs too young. That Java keeps its files there is said where it is started ({@code java.io.tmpdir}), because it
     * looks the folder up before the program begins.
     */
    public static void keepIn(Path home, Instant now) {
        Path folder = home.resolve("spool");
        try {
            Files.createDirectories(folder);
            PosixFileAttributeView owners = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (owners != null) {
                owners.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
            sweep(folder, now.minus(READ_BY_NOW));
        } catch (IOException e) {
            LOG.warn(
                    "print jobs are kept in the system's own folder: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static void sweep(Path folder, Instant before) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "javaprint*")) {
            for (Path job : left) {
                if (Files.getLastModifiedTime(job).toInstant().isBefore(before)) {
                    Files.deleteIfExists(job);
                }
            }
        }
    }
}
