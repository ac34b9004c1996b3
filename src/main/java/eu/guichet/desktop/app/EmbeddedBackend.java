package eu.guichet.desktop.app;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.http.CannotListenException;
import eu.guichet.backend.store.CannotOpenException;
import eu.guichet.client.GuichetClients;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A training backend in this process, over a database in the user's folder. One program at a time may have it. */
public final class EmbeddedBackend implements BackendSource {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBackend.class);
    private static final int PEOPLE = 500;

    private final Path folder;
    private final BackendSettings settings;

    public EmbeddedBackend(Path folder) {
        this(folder, usual(folder));
    }

    EmbeddedBackend(Path folder, BackendSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** One whose messages arrive after {@code delivery}, for whoever does not want to wait. */
    public static EmbeddedBackend delivering(Path folder, Duration delivery) {
        return new EmbeddedBackend(folder, usual(folder).withDeliveryDelay(delivery));
    }

    private static BackendSettings usual(Path folder) {
        return BackendSettings.training(folder.resolve("training.db").toString(), PEOPLE);
    }

    @Override
    public Running open() {
        FileChannel claim = claim();
        Backend backend = null;
        try {
            backend = Backend.start(settings);
            String token = Objects.requireNonNull(backend.tokens().get(Role.LETTER_OFFICER));
            Backend started = backend;
            return new Running(GuichetClients.connect(backend.url(), () -> token), () -> {
                started.close();
                release(claim);
            });
        } catch (CannotOpenException e) {
            throw new StartException("store", settings.database(), e);
        } catch (CannotListenException e) {
            throw new StartException("port", "", e);
        } finally {
            if (backend == null) {
                release(claim);
            }
        }
    }

    /** Two programs on one database would each send the messages of the other. */
    private FileChannel claim() {
        Path file = folder.resolve("training.lock");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                release(channel);
                throw new StartException("already", "", null);
            }
            return channel;
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

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lock on the training database could not be given back", e);
        }
    }
}
