package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final BackendDouble backend = new BackendDouble(new ClientSettings(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            3,
            Duration.ofSeconds(30),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30)));

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void interrupting_the_caller_gives_the_call_up_at_once() throws Exception {
        backend.answers(Answers.silence());
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread caller = call(stillInterrupted);
        backend.server.takeRequest();
        caller.interrupt();
        assertThat(stillInterrupted.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void interrupting_the_caller_between_two_tries_makes_no_second() throws Exception {
        backend.answers(Answers.lost(), Answers.json(200, Answers.ME));
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread caller = call(stillInterrupted);
        backend.server.takeRequest();
        caller.interrupt();
        assertThat(stillInterrupted.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(backend.server.getRequestCount()).isEqualTo(1);
    }

    private Thread call(CompletableFuture<Boolean> stillInterrupted) {
        return Thread.ofPlatform().start(() -> {
            try {
                backend.client.me();
                stillInterrupted.completeExceptionally(new AssertionError("the call ended well"));
            } catch (ClientException.Cancelled e) {
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            } catch (ClientException e) {
                stillInterrupted.completeExceptionally(e);
            }
        });
    }
}
