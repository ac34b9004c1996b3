package eu.guichet.backend.http;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/** The listener, on the loopback interface only. */
public final class HttpServer implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final WebServer server;

    private HttpServer(WebServer server) {
        this.server = server;
    }

    /** @param port 0 takes any free one */
    public static HttpServer start(int port) {
        HttpRouting.Builder routing = HttpRouting.builder();
        routing.get("/health", (_, response) -> response.send());
        WebServer server = WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .routing(routing)
                .build();
        return new HttpServer(server.start());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Stops accepting, lets what runs come to its end for a moment, and returns. */
    @Override
    public void close() {
        server.stop();
    }
}
