package eu.guichet.desktop.app;

import eu.guichet.client.GuichetClients;
import java.net.URI;
import java.util.function.Supplier;

/** The institution's own backend. */
final class RemoteBackend implements BackendSource {
    private final URI url;
    private final Supplier<String> token;

    RemoteBackend(URI url, Supplier<String> token) {
        this.url = url;
        this.token = token;
    }

    @Override
    public Running open() {
        return new Running(GuichetClients.connect(url, token), () -> {});
    }
}
