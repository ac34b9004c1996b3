package eu.guichet.client;

import java.net.ProxySelector;
import java.net.URI;
import java.util.function.Supplier;

/** The door to the backend. */
public final class GuichetClients {
    private GuichetClients() {}

    /**
     * A client of the backend at this address; it connects with the first call.
     *
     * @param base such as {@code https://guichet.example.eu/}
     * @param token gives the bearer token, asked anew for each call, from any thread
     * @throws BackendAddressException if no backend may be there
     */
    public static GuichetClient connect(URI base, Supplier<String> token) {
        return connect(base, token, ClientSettings.defaults());
    }

    /** As {@link #connect(URI, Supplier)}, where the backend's certificate may be of the institution's own authority. */
    public static GuichetClient connect(URI base, Supplier<String> token, Authority authority) {
        return connect(
                base,
                token,
                ClientSettings.defaults(),
                () -> TrustRoots.ofThisMachine().and(authority.trusted()),
                ProxySelector.getDefault());
    }

    /** As {@link #connect(URI, Supplier)}, with other limits. */
    public static GuichetClient connect(URI base, Supplier<String> token, ClientSettings settings) {
        return connect(base, token, settings, TrustRoots::ofThisMachine);
    }

    static GuichetClient connect(
            URI base, Supplier<String> token, ClientSettings settings, Supplier<TrustRoots> roots) {
        return connect(base, token, settings, roots, ProxySelector.getDefault());
    }

    static GuichetClient connect(
            URI base,
            Supplier<String> token,
            ClientSettings settings,
            Supplier<TrustRoots> roots,
            ProxySelector proxies) {
        return new OkHttpGuichetClient(BackendAddress.checked(base), token, settings, roots, proxies);
    }
}
