package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.contract.Me;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class SlowAnswersTest {
    @Test
    void while_an_answer_is_waited_for_the_client_tells_for_how_long() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                    asked.countDown();
                    answer.await();
                    return Answers.json(200, Answers.ME);
                }
            });
            server.start();
            try (GuichetClient client = GuichetClients.connect(server.url("/").uri(), () -> "token")) {
                assertThat(client.waited()).isEqualTo(Duration.ZERO);
                CompletableFuture<Me> me = CompletableFuture.supplyAsync(client::me);
                asked.await();
                Duration early = client.waited();
                assertThat(early).isPositive();
                assertThat(client.waited()).isGreaterThan(early);
                answer.countDown();
                assertThat(me.get(30, TimeUnit.SECONDS)).isEqualTo(Answers.ME);
                assertThat(client.waited()).isEqualTo(Duration.ZERO);
            }
        }
    }

    @Test
    void a_server_that_ends_every_connection_is_not_reached_and_nothing_waits_any_more() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> hangUp(door));
            URI base = URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
            try (GuichetClient client = GuichetClients.connect(base, () -> "token")) {
                assertThatThrownBy(client::me).isInstanceOf(ClientException.Unreachable.class);
                assertThat(client.waited()).isEqualTo(Duration.ZERO);
            }
        }
    }

    private static void hangUp(ServerSocket door) {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                caller.setSoLinger(true, 0);
            } catch (IOException e) {
                return; // closed
            }
        }
    }
}
