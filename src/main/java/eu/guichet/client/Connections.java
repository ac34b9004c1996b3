package eu.guichet.client;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/** How servers are reached: certificates and proxies are the platform's; to this machine itself there is no proxy. */
public final class Connections {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private Connections() {}

    /** For a few calls to a server that is no backend; redirects are not followed. */
    public static OkHttpClient to(URI server) {
        return to(server, TrustRoots::ofThisMachine);
    }

    /** As the other, where the server's certificate may be of the institution's own authority. */
    public static OkHttpClient to(URI server, Authority authority) {
        return to(server, () -> TrustRoots.ofThisMachine().and(authority.trusted()));
    }

    private static OkHttpClient to(URI server, Supplier<TrustRoots> trusted) {
        return to(server, trusted, ProxySelector.getDefault())
                .connectTimeout(CONNECT)
                .callTimeout(ANSWER)
                .followRedirects(false)
                .build();
    }

    static OkHttpClient.Builder to(URI server, Supplier<TrustRoots> trusted, ProxySelector proxies) {
        OkHttpClient.Builder building = new OkHttpClient.Builder();
        if (BackendAddress.isThisMachine(server)) {
            // a proxy that is set for everything would look for the server on its own machine
            building.proxy(Proxy.NO_PROXY);
        } else {
            building.proxySelector(proxies).proxyAuthenticator(ProxyPassword.NONE);
        }
        if ("https".equalsIgnoreCase(server.getScheme())) {
            TrustRoots roots = trusted.get();
            building.sslSocketFactory(roots.sockets(), roots);
        } else {
            // certificates are read for nothing otherwise, at each start
            building.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        return building;
    }
}
