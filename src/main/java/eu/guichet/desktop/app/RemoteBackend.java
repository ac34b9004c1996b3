package eu.guichet.desktop.app;

import eu.guichet.client.Authority;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The institution's own backend. */
final class RemoteBackend implements BackendSource {
    private final Path home;
    private final URI url;
    private final Supplier<String> token;
    private final @Nullable Authority authority;

    /**
     * @param home which one program at a time may have: two would write over each other's settings
     * @param authority the institution's own; null where the system knows who certified the backend
     */
    RemoteBackend(Path home, URI url, Supplier<String> token, @Nullable Authority authority) {
        this.home = home;
        this.url = url;
        this.token = token;
        this.authority = authority;
    }

    @Override
    public Running open() {
        HomeLock claim = HomeLock.claim(home, "window.lock");
        GuichetClient client =
                authority == null ? GuichetClients.connect(url, token) : GuichetClients.connect(url, token, authority);
        return new Running(client, claim::release);
    }
}
