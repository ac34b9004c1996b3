package eu.guichet.client.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where the browser comes back to: a port of this machine that is open for one sign-in and takes one answer. */
final class ReturnAddress implements AutoCloseable {
    private static final String PATH = "/signed-in";
    private static final String SECURITY = "default-src 'none'; style-src 'unsafe-inline'";

    private final HttpServer server;
    private final SignInPage.Words words;
    private final String state;
    private final CompletableFuture<URI> answer = new CompletableFuture<>();

    /** @param state that the answer must carry; anything else is not the answer, whoever sends it */
    ReturnAddress(SignInPage.Words words, String state) throws IOException {
        this.words = words;
        this.state = state;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** Empty when the browser does not come back in time. */
    Optional<URI> await(Duration patience) throws InterruptedException {
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is only ever given", e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        if (answered(exchange)) {
            // not before the browser has its page: whoever waits closes the port
            answer.complete(exchange.getRequestURI());
        }
    }

    private boolean answered(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            String query = asked.getRawQuery() == null ? "" : asked.getRawQuery();
            boolean ours = exchange.getRequestMethod().equals("GET")
                    && PATH.equals(asked.getPath())
                    && ("&" + query + "&").contains("&state=" + state + "&");
            if (!ours) {
                exchange.sendResponseHeaders(404, -1);
                return false;
            }
            byte[] page = page(("&" + query).contains("&code=") ? words.done() : words.failed());
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Content-Security-Policy", SECURITY);
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            return true;
        }
    }

    private byte[] page(String sentence) {
        return ("<!DOCTYPE html><html lang=\"" + escaped(words.language())
                        + "\"><meta charset=\"utf-8\"><title>Guichet</title>"
                        + "<style>body{font:18px sans-serif;margin:20vh auto;max-width:32em;text-align:center}</style>"
                        + "<h1>Guichet</h1><p>" + escaped(sentence) + "</p></html>")
                .getBytes(UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** At once: an answer that is under way is written by then. */
    @Override
    public void close() {
        server.stop(0);
    }
}
