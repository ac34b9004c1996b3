package eu.guichet.backend.http;

import eu.guichet.contract.ProblemType;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps web pages out: a name that resolves to this machine, or a script of another origin, is no caller of ours. */
final class OriginGuard {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private OriginGuard() {}

    static void refuse(ServerRequest request) {
        if (!LOOPBACK.contains(hostOf("http://" + request.authority()))) {
            throw ProblemException.of(ProblemType.FOREIGN_ORIGIN);
        }
        request.headers().first(HeaderNames.ORIGIN).ifPresent(origin -> {
            if (!origin.equals("http://" + request.authority())) {
                throw ProblemException.of(ProblemType.FOREIGN_ORIGIN);
            }
        });
    }

    private static String hostOf(String url) {
        try {
            @Nullable String host = new URI(url).getHost();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
