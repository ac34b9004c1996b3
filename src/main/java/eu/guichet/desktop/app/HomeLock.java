package eu.guichet.desktop.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One program at a time has the user's folder: it says which, and the system gives it back when the program ends. */
final class HomeLock {
    private static final Logger LOG = LoggerFactory.getLogger(HomeLock.class);

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws StartException when another program has it, or the folder cannot be used */
    static HomeLock claim(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            HomeLock claim = new HomeLock(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (lock(claim.channel) == null) {
                claim.release();
                throw new StartException("already", "", null);
            }
            return claim;
        } catch (IOException e) {
            throw new StartException("folder", folder.toString(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            LOG.debug("this process has it already", e);
            return null;
        }
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lock on the folder could not be given back", e);
        }
    }
}
