package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.Letter;
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

@OnBothStores
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

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 200, -1})
    void a_resend_cut_off_on_its_way_has_done_nothing_and_is_one_message_when_repeated(int bytes) throws IOException {
        String key = Steps.key();
        byte[] request = resend(key);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), backend.port())) {
            socket.getOutputStream().write(request, 0, bytes < 0 ? request.length + bytes : bytes);
            socket.getOutputStream().flush();
        }
        assertThat(messages()).isZero();
        assertThat(Steps.resend(agent, AT_THE_SMS, key).status()).isEqualTo(202);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void a_resend_for_whose_answer_nobody_waited_is_one_message_when_repeated() throws IOException {
        String key = Steps.key();
        readOfAnswer(resend(key), 0);
        assertThat(Steps.resend(agent, AT_THE_SMS, key).status()).isEqualTo(202);
        assertThat(messages()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 120})
    void a_resend_whose_answer_is_cut_off_was_done_and_the_repeat_names_the_same_message(int bytes) throws IOException {
        String key = Steps.key();
        assertThat(readOfAnswer(resend(key), bytes)).hasSize(bytes);
        String sent = backend.<String>stored(
                tx -> tx.messages().of(AT_THE_SMS).getFirst().id());

        Caller.Answered repeated = Steps.resend(agent, AT_THE_SMS, key);

        assertThat(repeated.status()).isEqualTo(202);
        assertThat(repeated.header("Location")).endsWith("/" + sent);
        assertThat(agent.get(repeated.header("Location")).as(Message.class).pensionerId())
                .isEqualTo(AT_THE_SMS);
        assertThat(messages()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 120})
    void a_letter_whose_answer_is_cut_off_exists_and_the_repeat_names_the_same_letter(int bytes) throws IOException {
        Steps.verify(agent, AT_THE_LETTER);
        String etag = Steps.open(agent, AT_THE_LETTER).etag();
        String key = Steps.key();
        byte[] generate = request(AT_THE_LETTER + "/letters", key, "If-Match: " + etag + "\r\n", "");
        assertThat(readOfAnswer(generate, bytes)).hasSize(bytes);
        assertThat(letters()).hasSize(1);

        Caller.Answered repeated = Steps.generate(agent, AT_THE_LETTER, etag, key);

        assertThat(repeated.as(Letter.class).id()).isEqualTo(letters().getFirst());
        assertThat(letters()).hasSize(1);
    }

    private byte[] resend(String key) {
        return request(AT_THE_SMS + "/messages", key, "Content-Type: application/json\r\n", Steps.SMS);
    }

    private byte[] request(String path, String key, String header, String body) {
        return ("POST /v1/pensioners/" + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + backend.port()
                        + "\r\nAuthorization: Bearer " + backend.token(Role.AGENT) + "\r\nIdempotency-Key: " + key
                        + "\r\nGuichet-Contact: "
                        + Steps.contact(agent, path.substring(0, path.indexOf('/')), "counter")
                        + "\r\n" + header + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    /** Sends the whole request, reads so much of the answer and hangs up. */
    private byte[] readOfAnswer(byte[] request, int bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), backend.port())) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return socket.getInputStream().readNBytes(bytes);
        }
    }

    private List<String> letters() {
        return backend.stored(tx -> tx.letters().of(AT_THE_LETTER)).stream()
                .map(StoredLetter::id)
                .toList();
    }

    private int messages() {
        return backend.<Integer>stored(tx -> tx.messages().of(AT_THE_SMS).size());
    }
}
