package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Message;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactlyOnceTest {
    private static final int TIMES = 100;

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        Steps.verify(agent, AT_THE_SMS);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void the_same_resend_100_times_at_once_is_one_message() throws InterruptedException, ExecutionException {
        String key = Steps.key();
        Callable<Caller.Answered> resend = () -> Steps.resend(agent, AT_THE_SMS, key);
        List<Future<Caller.Answered>> answers;
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = crowd.invokeAll(
                    IntStream.range(0, TIMES).mapToObj(_ -> resend).toList());
        }
        String location = answers.getFirst().get().header("Location");
        for (Future<Caller.Answered> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(202);
            assertThat(answer.get().header("Location")).isEqualTo(location);
        }
        assertThat(messages()).isEqualTo(1);
    }

    /** Cut after so many bytes; 0 stands for the whole request with the answer not read. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 200, 330})
    void a_resend_on_a_connection_that_is_cut_is_one_message_when_repeated(int cut) throws IOException {
        String key = Steps.key();
        String request = "POST /v1/pensioners/" + AT_THE_SMS + "/messages HTTP/1.1\r\nHost: 127.0.0.1:" + backend.port()
                + "\r\nAuthorization: Bearer " + backend.token(Role.AGENT) + "\r\nIdempotency-Key: " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + Steps.SMS.length() + "\r\n\r\n"
                + Steps.SMS;
        byte[] bytes = request.getBytes(UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), backend.port())) {
            socket.getOutputStream().write(bytes, 0, cut == 0 ? bytes.length : Math.min(cut, bytes.length - 1));
            socket.getOutputStream().flush();
        }
        Caller.Answered repeated = Steps.resend(agent, AT_THE_SMS, key);
        assertThat(repeated.status()).isEqualTo(202);
        assertThat(agent.get(repeated.header("Location")).as(Message.class).pensionerId())
                .isEqualTo(AT_THE_SMS);
        assertThat(messages()).isEqualTo(1);
    }

    private int messages() {
        return backend.<Integer>stored(tx -> tx.messages().of(AT_THE_SMS).size());
    }
}
