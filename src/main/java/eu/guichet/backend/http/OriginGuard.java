package eu.guichet.backend.http;

import eu.guichet.backend.listen.ListenSettings;
import eu.guichet.contract.ProblemType;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out, and whoever comes past the proxy: a name that resolves to this machine and is not ours, a script of
 * another origin, plain HTTP from another machine than a proxy that is named.
 */
final class OriginGuard {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
    private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");

    private final Set<String> names;
    private final Set<InetAddress> proxies;
    private final boolean encrypted;

    OriginGuard(ListenSettings settings) {
        this.names = new HashSet<>(settings.names());
        if (settings.address().getAddress().isLoopbackAddress()) {
            names.addAll(LOOPBACK);
        }
        this.proxies = settings.proxies();
        this.encrypted = settings.tls() != null;
    }

    void refuse(ServerRequest request) {
        boolean proxy = isProxy(request);
        String authority = (proxy ? request.headers().first(FORWARDED_HOST) : Optional.<String>empty())
                .orElse(request.authority());
        String scheme = encrypted ? "https" : proxy ? forwardedScheme(request) : "http";
        // the form for proxies names a host of its own in the first line; the asterisk means this one as a whole
        String path = request.prologue().uriPath().rawPath();
        boolean ownPath = path.startsWith("/") || path.equals("*");
        if (!ownPath || !names.contains(hostOf(scheme + "://" + authority)) || !mayComeSo(request, proxy, scheme)) {
            throw ProblemException.of(ProblemType.FOREIGN_ORIGIN);
        }
        request.headers().first(HeaderNames.ORIGIN).ifPresent(origin -> {
            if (!origin.equals(scheme + "://" + authority)) {
                throw ProblemException.of(ProblemType.FOREIGN_ORIGIN);
            }
        });
    }

    /** Encrypted, from this machine, or through a proxy that says that it was encrypted until there. */
    private boolean mayComeSo(ServerRequest request, boolean proxy, String scheme) {
        return encrypted || (proxy ? scheme.equals("https") : remote(request).isLoopbackAddress());
    }

    private boolean isProxy(ServerRequest request) {
        return !proxies.isEmpty() && proxies.contains(remote(request));
    }

    private static String forwardedScheme(ServerRequest request) {
        return request.headers().first(FORWARDED_PROTO).orElse("http").toLowerCase(Locale.ROOT);
    }

    private static InetAddress remote(ServerRequest request) {
        return InetAddress.ofLiteral(request.remotePeer().host());
    }

    private static String hostOf(String url) {
        try {
            @Nullable String host = new URI(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
