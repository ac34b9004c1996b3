package eu.guichet.backend.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String WHOLE = "GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final CountDownLatch working = new CountDownLatch(1);
    private Listener listener;

    @BeforeEach
    void start() {
        listener = Listener.start(
                ListenSettings.loopback(0), new Deadlines.Limits(SHORT, SHORT, SHORT, SHORT), _ -> {}, this::routing);
    }

    @AfterEach
    void stop() {
        working.countDown();
        listener.close();
    }

    private HttpRouting.Builder routing() {
        return HttpRouting.builder()
                .get("/quick", (_, response) -> {
                    Deadlines.requestRead();
                    response.send("done");
                    Deadlines.done();
                })
                .get("/slow", (_, response) -> {
                    Deadlines.requestRead();
                    await();
                    response.send("done");
                    Deadlines.done();
                })
                .post("/long", (request, response) -> {
                    long read;
                    try (InputStream in = new LongUpload(request.content().inputStream())) {
                        read = in.transferTo(OutputStream.nullOutputStream());
                    }
                    Deadlines.requestRead();
                    response.send("read " + read);
                    Deadlines.done();
                })
                .post("/body", (request, response) -> {
                    byte[] body = request.content().as(byte[].class);
                    Deadlines.requestRead();
                    response.send("read " + body.length);
                    Deadlines.done();
                });
    }

    private void await() {
        try {
            working.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the caller waits still", e);
        }
    }

    private Socket connected() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), listener.url().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** All that is answered until the other side hangs up. */
    private static String answerTo(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }

    @Test
    void whoever_sends_nothing_or_only_a_part_is_hung_up_on() throws IOException, InterruptedException {
        Map<String, Socket> callers = new LinkedHashMap<>();
        for (String part : new String[] {
            "",
            "GET /qui",
            "GET /quick HTTP/1.1\r\nHost: local",
            "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf",
            "POST /body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\nab",
            "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n"
        }) {
            Socket caller = connected();
            caller.getOutputStream().write(part.getBytes(US_ASCII));
            callers.put(part, caller);
        }
        for (Map.Entry<String, Socket> caller : callers.entrySet()) {
            try (Socket socket = caller.getValue()) {
                assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                        .as(caller.getKey())
                        .doesNotContain("200 OK");
            }
        }
        assertNoneIsLeft();
    }

    private void assertNoneIsLeft() throws InterruptedException {
        for (int waited = 0; listener.connections() > 0 && waited < PATIENCE_MILLIS; waited += 20) {
            Thread.sleep(20);
        }
        assertThat(listener.connections()).isZero();
    }

    @Test
    void a_byte_now_and_then_prolongs_nothing() throws IOException, InterruptedException {
        try (Socket socket = connected()) {
            InputStream in = socket.getInputStream();
            int sent = 0;
            while (in.available() == 0 && sent < PATIENCE_MILLIS && !gone(socket)) {
                Thread.sleep(50);
                sent += 50;
            }
            assertThat(sent).isLessThan(PATIENCE_MILLIS);
        }
    }

    @Test
    void a_long_upload_may_take_longer_than_a_request_as_long_as_it_gets_on() throws IOException, InterruptedException {
        byte[] piece = new byte[20 << 10];
        int pieces = 8;
        try (Socket socket = connected()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /long HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + pieces * piece.length + "\r\n\r\n")
                            .getBytes(US_ASCII));
            for (int i = 0; i < pieces; i++) {
                Thread.sleep(SHORT.dividedBy(3));
                out.write(piece);
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .contains("200 OK", "read " + pieces * piece.length);
        }
    }

    @Test
    void a_long_upload_that_only_trickles_is_hung_up_on() throws IOException, InterruptedException {
        try (Socket socket = connected()) {
            socket.getOutputStream()
                    .write("POST /long HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"
                            .getBytes(US_ASCII));
            int sent = 0;
            while (sent < PATIENCE_MILLIS && !gone(socket)) {
                Thread.sleep(50);
                sent += 50;
            }
            assertThat(sent).isLessThan(PATIENCE_MILLIS);
        }
        assertNoneIsLeft();
    }

    private static boolean gone(Socket socket) {
        try {
            socket.getOutputStream().write('G');
            socket.getOutputStream().flush();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void our_own_work_may_take_its_time_and_a_quiet_connection_ends() throws IOException, InterruptedException {
        try (Socket socket = connected()) {
            socket.getOutputStream().write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            Thread.sleep(SHORT.multipliedBy(3));
            assertThat(listener.connections()).isEqualTo(1);
            working.countDown();
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .contains("200 OK", "done");
        }
    }

    @Test
    void many_half_requests_leave_room_for_whole_ones_once_their_time_is_over() throws IOException {
        for (int i = 0; i < 50; i++) {
            Socket half = connected();
            half.getOutputStream().write("GET /quick HTTP/1.1\r\n".getBytes(US_ASCII));
        }
        try (Socket socket = connected()) {
            assertThat(answerTo(socket, WHOLE)).contains("200 OK");
        }
    }
}
