package eu.guichet.backend.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {
    @TempDir
    Path folder;

    private ListenSettings.PemFiles files;

    @BeforeEach
    void name() {
        files = new ListenSettings.PemFiles(folder.resolve("guichet.pem"), folder.resolve("guichet.key"));
    }

    private Listener listener() {
        ListenSettings plain = ListenSettings.loopback(0);
        return Listener.start(
                new ListenSettings(
                        plain.address(),
                        files,
                        plain.names(),
                        plain.proxies(),
                        plain.connections(),
                        plain.streams(),
                        plain.reports(),
                        null,
                        null),
                Deadlines.Limits.usual(),
                _ -> {},
                () -> HttpRouting.builder().get("/", (_, response) -> response.send("done")));
    }

    /** The answer to one request. */
    private static String get(URI url, SSLContext trust, String protocol) throws IOException {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("localhost", url.getPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {protocol});
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            byte[] piece = new byte[4096];
            int length = socket.getInputStream().read(piece);
            return new String(piece, 0, Math.max(0, length), US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void what_the_files_say_is_spoken_with_modern_protocols_alone(String algorithm)
            throws IOException, InterruptedException, GeneralSecurityException {
        SelfSigned own = SelfSigned.made(folder, algorithm);
        own.write(files);
        try (Listener listener = listener()) {
            assertThat(listener.url().getScheme()).isEqualTo("https");
            for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
                assertThat(get(listener.url(), own.trusting(), protocol)).contains("200 OK");
            }
            assertThatThrownBy(() -> get(listener.url(), own.trusting(), "TLSv1.1"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_new_certificate_is_used_without_a_restart_and_a_broken_one_is_not()
            throws IOException, InterruptedException, GeneralSecurityException {
        SelfSigned first = SelfSigned.made(folder, "EC");
        first.write(files);
        try (Listener listener = listener()) {
            assertThat(get(listener.url(), first.trusting(), "TLSv1.3")).contains("200 OK");
            SelfSigned second = SelfSigned.made(folder, "EC");
            second.write(files);
            touch(1);
            listener.reloadCertificate();
            assertThat(get(listener.url(), second.trusting(), "TLSv1.3")).contains("200 OK");
            assertThatThrownBy(() -> get(listener.url(), first.trusting(), "TLSv1.3"))
                    .isInstanceOf(SSLHandshakeException.class);
            Files.writeString(files.key(), "no key");
            touch(2);
            listener.reloadCertificate();
            assertThat(get(listener.url(), second.trusting(), "TLSv1.3")).contains("200 OK");
        }
    }

    /** Two writes can fall into one tick of the file system's clock. */
    private void touch(int seconds) throws IOException {
        Files.setLastModifiedTime(files.key(), FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    @Test
    void the_key_of_another_certificate_is_told_at_the_start() throws IOException, InterruptedException {
        SelfSigned.made(folder, "EC").write(files);
        byte[] certificate = Files.readAllBytes(files.certificate());
        SelfSigned.made(folder, "EC").write(files);
        Files.write(files.certificate(), certificate);
        assertThatThrownBy(() -> new Certificates(files, null))
                .isInstanceOf(CannotListenException.class)
                .hasMessageContaining("the key is not that of the certificate");
        Files.writeString(files.key(), "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
        assertThatThrownBy(() -> new Certificates(files, null)).hasMessageContaining("EC PRIVATE KEY");
        Files.delete(files.certificate());
        assertThatThrownBy(() -> new Certificates(files, null)).isInstanceOf(CannotListenException.class);
    }
}
