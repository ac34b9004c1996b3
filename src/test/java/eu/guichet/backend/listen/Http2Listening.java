package eu.guichet.backend.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A listener with short times that speaks HTTP/2, and what is asked of it. */
abstract class Http2Listening {
    static final Duration SHORT = Duration.ofSeconds(1);
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    static final int INITIAL_WINDOW = 4;
    static final int ENHANCE_YOUR_CALM = 11;
    static final int BIG = 300_000;

    @TempDir
    static Path folder;

    static SelfSigned own;
    static ListenSettings.PemFiles files;
    static SSLContext trust;

    final CountDownLatch working = new CountDownLatch(1);
    final Semaphore begun = new Semaphore(0);
    final AtomicInteger ended = new AtomicInteger();
    final AtomicLong bodies = new AtomicLong();
    Listener listener;

    @BeforeAll
    static void certify() throws IOException, InterruptedException, GeneralSecurityException {
        own = SelfSigned.made(folder, "EC");
        files = new ListenSettings.PemFiles(folder.resolve("guichet.pem"), folder.resolve("guichet.key"));
        own.write(files);
        trust = own.trusting();
    }

    @BeforeEach
    void start() {
        ListenSettings plain = ListenSettings.loopback(0);
        listener = Listener.start(
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
                new Deadlines.Limits(SHORT, SHORT, SHORT, SHORT),
                _ -> {},
                this::routing);
    }

    @AfterEach
    void stop() {
        working.countDown();
        listener.close();
    }

    HttpRouting.Builder routing() {
        return HttpRouting.builder()
                .get("/quick", (_, response) -> {
                    Deadlines.requestRead();
                    send(response, "done");
                })
                .get("/slow", (_, response) -> slow(response))
                .post("/slow", (_, response) -> slow(response))
                .get("/big", (_, response) -> {
                    Deadlines.requestRead();
                    begun.release();
                    send(response, "x".repeat(BIG));
                })
                .get("/empty", (_, response) -> {
                    Deadlines.requestRead();
                    send(response, "");
                })
                .post("/refused", (_, response) -> {
                    Deadlines.requestRead();
                    send(response, "too large");
                })
                .post("/body", this::body)
                .post("/long", this::upload);
    }

    void slow(ServerResponse response) {
        Deadlines.requestRead();
        begun.release();
        try {
            assertThat(working.await(PATIENCE_NANOS, TimeUnit.NANOSECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("our own work was interrupted", e);
        }
        send(response, "done");
    }

    void body(ServerRequest request, ServerResponse response) {
        begun.release();
        try {
            byte[] body = request.content().as(byte[].class);
            Deadlines.requestRead();
            bodies.addAndGet(body.length);
            send(response, "read " + body.length);
        } finally {
            ended.incrementAndGet();
        }
    }

    void upload(ServerRequest request, ServerResponse response) {
        begun.release();
        try {
            long read;
            try (InputStream in = new LongUpload(request.content().inputStream())) {
                read = in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Deadlines.requestRead();
            bodies.addAndGet(read);
            send(response, "read " + read);
        } finally {
            ended.incrementAndGet();
        }
    }

    static void send(ServerResponse response, String text) {
        Deadlines.answering();
        response.send(text);
        Deadlines.done();
    }

    int port() {
        return listener.url().getPort();
    }

    Http2Peer greeting(int... settings) throws IOException {
        return Http2Peer.greeting(port(), trust, settings);
    }

    OkHttpClient client() throws GeneralSecurityException, IOException {
        return own.client();
    }

    void assertThatNothingIsLeft() {
        eventually(() -> listener.connections() == 0 && listener.busy() == 0);
    }

    static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    void awaitBegun() throws InterruptedException {
        assertThat(begun.tryAcquire(PATIENCE_NANOS, TimeUnit.NANOSECONDS)).isTrue();
    }

    static @Nullable String answer(Http2Peer peer, int stream) throws IOException {
        Http2Peer.Frame data = peer.next(Http2Peer.DATA, stream);
        return data == null ? null : data.text();
    }
}
