package eu.guichet.backend.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import eu.guichet.backend.settings.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Carries IPP packets over HTTP/1.1 to one printer. The password goes only through TLS, or to this machine. */
final class IppHttp {
    private static final String TYPE = "application/ipp";
    private static final int IPP_PORT = 631;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

    private final PrinterSettings settings;
    private final Duration timeout;
    private final HttpClient client;

    IppHttp(PrinterSettings settings, Duration timeout, @Nullable SSLContext trust) {
        this.settings = settings;
        this.timeout = timeout;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout);
        if (trust != null) {
            builder.sslContext(trust);
        }
        this.client = builder.build();
    }

    IppPacket ask(IppPacket packet) throws PrinterException {
        return send(packet, new byte[0]);
    }

    /** @param document follows the packet in the same request; kept nowhere */
    IppPacket send(IppPacket packet, byte[] document) throws PrinterException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(settings.address()))
                .timeout(timeout)
                .header("Content-Type", TYPE)
                .header("Accept", TYPE)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofByteArray(bytes(packet)),
                        HttpRequest.BodyPublishers.ofByteArray(document)));
        String user = settings.user();
        Secret password = settings.password();
        if (user != null && password != null) {
            request.header("Authorization", "Basic " + credentials(user, password));
        }
        HttpResponse<byte[]> response = answer(request.build());
        if (response.statusCode() != OK) {
            throw new PrinterException(kind(response.statusCode()), http(response.statusCode()), null);
        }
        try {
            return new IppInputStream(new ByteArrayInputStream(response.body())).readPacket();
        } catch (IOException e) {
            throw new PrinterException(PrinterException.Kind.UNCLEAR, "the printer's answer is no IPP", e);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws PrinterException {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            // the request's own timeout ends with the head of the answer
            return asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw failure(e);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw failure(e);
        }
    }

    private static PrinterException failure(@Nullable Throwable cause) {
        boolean nothingSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
        String why = cause == null ? "" : ": " + cause.getClass().getSimpleName();
        return nothingSent
                ? new PrinterException(PrinterException.Kind.AWAY, "the printer cannot be reached" + why, cause)
                : new PrinterException(PrinterException.Kind.UNCLEAR, "the printer does not answer" + why, cause);
    }

    private static PrinterException.Kind kind(int status) {
        if (status == UNAVAILABLE) {
            return PrinterException.Kind.BUSY;
        }
        return status >= SERVER_ERROR ? PrinterException.Kind.UNCLEAR : PrinterException.Kind.REFUSED;
    }

    private static String http(int status) {
        return switch (status) {
            case 401, 403 -> "the printer does not let us in (HTTP " + status + ")";
            case 404 -> "there is no printer at this address (HTTP 404)";
            case UNAVAILABLE -> "the printer takes nothing now (HTTP 503)";
            default -> "the printer answers HTTP " + status;
        };
    }

    private static String credentials(String user, Secret password) {
        return Base64.getEncoder().encodeToString((user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(IppPacket packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(bytes)) {
            out.write(packet);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes can always be written", e);
        }
    }

    private static URI url(URI address) {
        String scheme = address.getScheme().equals("ipps") ? "https" : "http";
        int port = address.getPort() < 0 ? IPP_PORT : address.getPort();
        try {
            return new URI(scheme, null, address.getHost(), port, address.getPath(), address.getQuery(), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address that was one before", e);
        }
    }
}
