package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.GuichetClient.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line over which HTTP/2 is spoken, and that falls silent without a word, as where a cable is cut. */
class SilentLineTest {
    private static final Duration CALL = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final HeldCertificate certificate = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    private final MockWebServer server = new MockWebServer();
    private SilencedLine line;
    private GuichetClient client;

    @BeforeEach
    void connect() throws IOException, GeneralSecurityException {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return request.getTarget().contains("events")
                        ? new MockResponse.Builder()
                                .setHeader("Content-Type", "text/event-stream")
                                .body(": open\n\n" + ": \n".repeat(200))
                                .throttleBody(9, 100, TimeUnit.MILLISECONDS)
                                .build()
                        : Answers.json(200, Answers.ME);
            }
        });
        server.start();
        line = new SilencedLine(server.getPort());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("here", certificate.certificate());
        TrustRoots roots = TrustRoots.ofThisMachine().and(TrustRoots.of(trusted));
        client = GuichetClients.connect(
                URI.create("https://127.0.0.1:" + line.port() + "/"),
                () -> "token",
                new ClientSettings(
                        CALL,
                        CALL,
                        CALL,
                        2,
                        Duration.ofMillis(10),
                        CALL.multipliedBy(5),
                        SILENCE,
                        Duration.ofMillis(10),
                        Duration.ofMillis(50)),
                () -> roots,
                ProxySelector.getDefault());
    }

    @AfterEach
    void close() {
        client.close();
        line.close();
        server.close();
    }

    @Test
    void the_second_try_of_a_question_goes_over_another_connection() {
        assertThat(client.me()).isEqualTo(Answers.ME);
        line.silence();
        assertThat(client.me()).isEqualTo(Answers.ME);
        long begun = System.nanoTime();
        assertThat(client.me()).isEqualTo(Answers.ME);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as("and so does all that comes after it")
                .isLessThan(CALL);
    }

    @Test
    void live_events_that_are_heard_no_more_are_asked_for_over_another_connection_before_the_silence_says_so()
            throws InterruptedException {
        BlockingQueue<Connection> told = new LinkedBlockingQueue<>();
        try (var _ = client.listen(_ -> {}, told::add)) {
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Connection.CONNECTED);
            long begun = System.nanoTime();
            line.silence();
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Connection.RECONNECTING);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SILENCE);
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo(Connection.CONNECTED);
        }
    }

    /** Passes on what comes until it is silenced; connections that are made after that are passed on again. */
    private static final class SilencedLine implements AutoCloseable {
        private final ServerSocket door;
        private final int server;
        private volatile int silenced;
        private final AtomicInteger made = new AtomicInteger();

        SilencedLine(int server) throws IOException {
            this.server = server;
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.startVirtualThread(this::accept);
        }

        int port() {
            return door.getLocalPort();
        }

        void silence() {
            silenced = made.get();
        }

        private void accept() {
            while (!door.isClosed()) {
                try {
                    Socket client = door.accept();
                    Socket other = new Socket(InetAddress.getLoopbackAddress(), server);
                    int number = made.incrementAndGet();
                    Thread.startVirtualThread(() -> pump(client, other, number));
                    Thread.startVirtualThread(() -> pump(other, client, number));
                } catch (IOException e) {
                    return; // closed
                }
            }
        }

        private void pump(Socket from, Socket to, int number) {
            byte[] some = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    if (number > silenced) {
                        out.write(some, 0, read);
                    }
                }
                if (number > silenced) {
                    from.close();
                    to.close();
                }
            } catch (IOException e) {
                return; // one side hung up
            }
        }

        @Override
        public void close() {
            try {
                door.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
