package eu.guichet.desktop.app;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.listen.CannotListenException;
import eu.guichet.backend.store.CannotOpenException;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.openid.SignInPage;
import eu.guichet.contract.Role;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A training backend in this process, over a database in the user's folder. One program at a time may have it. */
public final class EmbeddedBackend implements BackendSource {
    private static final int PEOPLE = 500;
    private static final List<Role> ROLES = List.of(Role.AGENT, Role.LETTER_OFFICER, Role.SUPERVISOR, Role.AUDITOR);
    private static final Role USUAL_ROLE = Role.LETTER_OFFICER;

    private static final Executor APART =
            work -> Thread.ofPlatform().daemon().name("backend-start").start(work);

    private final Path folder;
    private final BackendSettings settings;
    private final AtomicReference<@Nullable CompletableFuture<Running>> begun = new AtomicReference<>();

    public EmbeddedBackend(Path folder) {
        this(folder, usual(folder));
    }

    EmbeddedBackend(Path folder, BackendSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /**
     * One whose messages arrive after {@code delivery}, for whoever does not want to wait.
     *
     * @param clock what the backend takes for now
     */
    public static EmbeddedBackend delivering(Path folder, Duration delivery, InstantSource clock) {
        return new EmbeddedBackend(
                folder, usual(folder).withDeliveryDelay(delivery).withClock(clock));
    }

    /** The same one, which reminds pensioners of their letters as the standard policy says. */
    public EmbeddedBackend reminding() {
        return new EmbeddedBackend(folder, settings.withPolicy(Policy.standard()));
    }

    private static BackendSettings usual(Path folder) {
        return BackendSettings.training(folder.resolve("training.db").toString(), PEOPLE);
    }

    /** It comes up while the window does. */
    @Override
    public void begin() {
        begun.set(CompletableFuture.supplyAsync(this::open, APART));
    }

    /** Also for whoever is told to give up meanwhile: what has come up is theirs to close. */
    @Override
    public Running open(SignInPage page) {
        CompletableFuture<Running> ahead = begun.getAndSet(null);
        if (ahead == null) {
            return open();
        }
        try {
            return ahead.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartException why) {
                throw why;
            }
            throw e;
        }
    }

    private Running open() {
        // two programs on one database would each send the messages of the other
        HomeLock claim = HomeLock.claim(folder, "training.lock");
        Backend backend = null;
        try {
            backend = Backend.start(settings);
            Backend started = backend;
            Map<Role, Supplier<GuichetClient>> roles = new LinkedHashMap<>();
            for (Role role : ROLES) {
                roles.put(role, () -> connect(started, role));
            }
            return new Running(
                    connect(started, USUAL_ROLE),
                    () -> {
                        started.close();
                        claim.release();
                    },
                    null,
                    roles);
        } catch (CannotOpenException e) {
            throw new StartException("store", settings.database(), e);
        } catch (CannotListenException e) {
            throw new StartException("port", "", e);
        } finally {
            if (backend == null) {
                claim.release();
            }
        }
    }

    @Override
    public boolean renewable() {
        return true;
    }

    private static GuichetClient connect(Backend backend, Role role) {
        String token = Objects.requireNonNull(backend.tokens().get(role));
        return GuichetClients.connect(backend.url(), () -> token);
    }
}
