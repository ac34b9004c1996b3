package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.client.Authority;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.Told;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.Environment;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract over TLS, where desks and backend agree on HTTP/2. */
class Http2Test {
    private static final HeldCertificate SERVER = new HeldCertificate.Builder()
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    private static final int PEOPLE = 50;
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType CSV = MediaType.get("text/csv; charset=utf-8");

    @TempDir
    private Path folder;

    private final OkHttpClient http = trusting();
    private Path certificate;
    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        certificate = Files.writeString(folder.resolve("here.pem"), SERVER.certificatePem());
        Path key = Files.writeString(folder.resolve("here.key"), SERVER.privateKeyPkcs8Pem());
        int operations;
        try (ServerSocket free = new ServerSocket(0)) {
            operations = free.getLocalPort();
        }
        Path own = Files.writeString(
                folder.resolve("own.properties"),
                "listen.certificate = " + certificate + "\nlisten.key = " + key + "\noperations.address = 127.0.0.1:"
                        + operations + "\noperations.drain = 2s\n");
        Institution institution = Institution.read(own);
        backend = Backend.start(new BackendSettings(
                folder.resolve("store.db").toString(),
                institution.listen().onLoopback(0),
                true,
                PEOPLE,
                OfficeCode.BRU,
                Environment.TRAINING,
                institution,
                InstantSource.system(),
                Duration.ZERO));
    }

    @AfterEach
    void stop() {
        backend.close();
        http.connectionPool().evictAll();
    }

    private static OkHttpClient trusting() {
        HandshakeCertificates hands = new HandshakeCertificates.Builder()
                .addTrustedCertificate(SERVER.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(hands.sslSocketFactory(), hands.trustManager())
                .readTimeout(30, TimeUnit.SECONDS)
                .retryOnConnectionFailure(false)
                .build();
    }

    private String token(Role role) {
        return Objects.requireNonNull(backend.tokens().get(role));
    }

    private Request.Builder request(String path, Role role) {
        return new Request.Builder().url(backend.url() + path).header("Authorization", "Bearer " + token(role));
    }

    private Response answer(Request.Builder request) throws IOException {
        Response response = http.newCall(request.build()).execute();
        assertThat(response.protocol()).isEqualTo(Protocol.HTTP_2);
        return response;
    }

    private GuichetClient desk(Role role) {
        return GuichetClients.connect(backend.url(), () -> token(role), Authority.read(certificate));
    }

    private static PensionerFile open(GuichetClient desk, String somebody) {
        return desk.open(desk.openContact(new ContactRequest(somebody, AccessReason.CALL)));
    }

    @Test
    void a_desk_works_and_hears_of_it_on_one_connection() throws Exception {
        BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
        BlockingQueue<GuichetClient.Connection> connections = new LinkedBlockingQueue<>();
        try (GuichetClient desk = desk(Role.AGENT);
                GuichetClient colleague = desk(Role.SUPERVISOR);
                GuichetClient.Subscription _ = desk.listen(events::add, connections::add)) {
            assertThat(connections.poll(30, TimeUnit.SECONDS)).isEqualTo(GuichetClient.Connection.CONNECTED);
            String somebody =
                    desk.search(new SearchRequest("ma", null)).rows().getFirst().id();
            assertThat(open(desk, somebody).id()).isEqualTo(somebody);
            assertThat(open(colleague, somebody).id()).isEqualTo(somebody);

            assertThat(Told.next(events, LiveEvent.AlsoOpen.class).pensionerId())
                    .isEqualTo(somebody);
        }
    }

    @Test
    void hundreds_of_requests_at_a_time_are_all_answered() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                answers.add(callers.submit((Callable<Integer>) () -> {
                    try (Response response = answer(request("/v1/me", Role.AGENT))) {
                        return response.body().string().contains("\"agent\"") ? response.code() : 0;
                    }
                }));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_broken_request_is_answered_and_those_beside_it_go_on() throws IOException {
        RequestBody broken = RequestBody.create("{\"query\":".getBytes(UTF_8), JSON);
        RequestBody large = RequestBody.create(new byte[3 << 20], JSON);
        try (Response refused = answer(request("/v1/search", Role.AGENT).post(broken))) {
            assertThat(refused.code()).isEqualTo(400);
            assertThat(refused.header("Connection")).isNull();
        }
        try (Response refused = answer(request("/v1/search", Role.AGENT).post(large))) {
            assertThat(refused.code()).isEqualTo(413);
        }
        try (Response refused = answer(request("/v1/nothing", Role.AGENT))) {
            assertThat(refused.code()).isEqualTo(404);
        }
        try (Response head = answer(request("/v1/me", Role.AGENT).head());
                Response whole = answer(request("/v1/me", Role.AGENT))) {
            assertThat(head.header("Content-Length"))
                    .isEqualTo(String.valueOf(whole.body().bytes().length));
        }
        try (Response head = answer(request("/v1/events", Role.AGENT).head())) {
            assertThat(head.protocol()).isEqualTo(Protocol.HTTP_2);
            assertThat(head.code()).isEqualTo(200);
            assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(head.header("Content-Length")).isNull();
            assertThat(head.body().bytes()).isEmpty();
        }
    }

    @Test
    void an_upload_that_is_given_up_in_the_middle_brings_nobody() throws Exception {
        CompletableFuture<Call> begun = new CompletableFuture<>();
        RequestBody half = new RequestBody() {
            @Override
            public MediaType contentType() {
                return CSV;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8(
                        "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,"
                                + "email,phone\n30000001,Zzyzx,Anna,1944-03-12,LUX,fr,1 rue des Tilleuls,L-2510,Strassen,LU,"
                                + "a@post.example,\n30000002,Zzy");
                sink.flush();
                begun.join().cancel();
                sink.writeUtf8("zx,Berta,1944-03-12,LUX,fr,1 rue des Tilleuls,L-2510,Strassen,LU,b@post.example,\n");
                sink.flush();
            }
        };
        Call call = http.newCall(request("/v1/register", Role.REGISTER)
                .header("Idempotency-Key", "half")
                .post(half)
                .build());
        begun.complete(call);
        assertThatThrownBy(call::execute).isInstanceOf(IOException.class);

        try (GuichetClient desk = desk(Role.AGENT)) {
            assertThat(desk.search(new SearchRequest("zzyzx", null)).rows()).isEmpty();
        }
    }

    @Test
    void whoever_is_told_to_go_elsewhere_is_answered_until_then() throws Exception {
        try (Response stream = answer(request("/v1/events", Role.AGENT).header("Accept", "text/event-stream"))) {
            assertThat(stream.body().source().readUtf8LineStrict()).startsWith(":");
            CompletableFuture<Void> draining = CompletableFuture.runAsync(() -> {
                try {
                    backend.drain();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            OkHttpClient goingOn =
                    http.newBuilder().retryOnConnectionFailure(true).build();
            while (!draining.isDone()) {
                try (Response answered =
                        goingOn.newCall(request("/v1/me", Role.AGENT).build()).execute()) {
                    assertThat(answered.code()).isEqualTo(200);
                    assertThat(answered.header("Connection")).isNull();
                }
            }
            assertThat(stream.body().source().readByteString()).isNotNull();
            draining.get(30, TimeUnit.SECONDS);
        }
    }
}
