package eu.guichet.desktop.app;

import eu.guichet.client.GuichetClients;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The institution's own backend. */
final class RemoteBackend implements BackendSource {
    private final Path home;
    private final URI url;
    private final Supplier<String> token;

    /** @param home which one program at a time may have: two would write over each other's settings */
    RemoteBackend(Path home, URI url, Supplier<String> token) {
        this.home = home;
        this.url = url;
        this.token = token;
    }

    @Override
    public Running open() {
        HomeLock claim = HomeLock.claim(home, "window.lock");
        return new Running(GuichetClients.connect(url, token), claim::release);
    }
}
