package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.SelfCheck;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.access.ProgramCertificates;
import eu.guichet.backend.access.SignedIn;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.security.auth.x500.X500Principal;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that report process events and show a certificate, over TLS as it is spoken. */
class ProgramCertificatesTest {
    private static final String SOMEBODY = "p1";
    private static final String SEARCH = "{\"query\":\"anna\",\"limit\":5}";

    private static final HeldCertificate SERVER =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private static final HeldCertificate AUTHORITY = authority("Programs");
    private static final HeldCertificate RCAM = program("rcam.example").build();

    @TempDir
    private Path folder;

    private final StandInProvider provider = new StandInProvider();
    private @Nullable Backend backend;

    private static HeldCertificate authority(String name) {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName(name)
                .build();
    }

    private static HeldCertificate.Builder program(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .organizationalUnit("Commission")
                .signedBy(AUTHORITY);
    }

    @BeforeEach
    void start() throws IOException {
        String store = Stores.url(folder);
        try (Database database = Database.open(store)) {
            database.execute(tx -> {
                tx.storeMode().enter(false);
                tx.pensioners().add(Stores.somebody(SOMEBODY));
            });
        }
        backend = Backend.start(
                BackendSettings.production(store, Institution.read(settings())).withPort(0));
    }

    @AfterEach
    void stop() {
        if (backend != null) {
            backend.close();
        }
        provider.close();
    }

    private Path settings() throws IOException {
        Path certificate = Files.writeString(folder.resolve("here.pem"), SERVER.certificatePem());
        Path key = Files.writeString(folder.resolve("here.key"), SERVER.privateKeyPkcs8Pem());
        Path programs = Files.writeString(folder.resolve("programs.pem"), AUTHORITY.certificatePem());
        String lines = provider.lines() + "listen.certificate = " + certificate + "\nlisten.key = " + key
                + "\nlisten.programs.authority = " + programs
                + "\nlisten.programs.subjects = process rcam: cn=RCAM.example, ou=Commission; register hr: CN=hr.example\n";
        return Files.write(folder.resolve("institution.properties"), lines.getBytes(UTF_8));
    }

    private record Answered(int status, String body) {}

    /** @param shown null for a caller without a certificate */
    private Answered post(@Nullable HeldCertificate shown, @Nullable String token, String path, String json)
            throws IOException {
        HandshakeCertificates.Builder hands =
                new HandshakeCertificates.Builder().addTrustedCertificate(SERVER.certificate());
        if (shown != null) {
            hands.heldCertificate(shown);
        }
        HandshakeCertificates made = hands.build();
        OkHttpClient http = new OkHttpClient.Builder()
                .sslSocketFactory(made.sslSocketFactory(), made.trustManager())
                .retryOnConnectionFailure(false)
                .readTimeout(30, TimeUnit.SECONDS)
                .build();
        Request.Builder request = new Request.Builder()
                .url(Objects.requireNonNull(backend).url() + path)
                .post(RequestBody.create(json.getBytes(UTF_8), MediaType.get("application/json")));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (Response response = http.newCall(request.build()).execute()) {
            return new Answered(response.code(), response.body().string());
        } finally {
            http.connectionPool().evictAll();
            http.dispatcher().executorService().shutdown();
        }
    }

    private static String event() {
        return "{\"type\":\"account-requested\",\"eventId\":\"rcam-1\",\"pensionNumber\":\"10P1\",\"occurredAt\":\""
                + Instant.now() + "\"}";
    }

    @Test
    void a_program_with_a_certificate_reports_without_a_token_and_stands_in_the_trail_by_its_name() throws IOException {
        Answered answer = post(RCAM, null, "/v1/process-events", event());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        try (Database database = Database.open(Stores.url(folder))) {
            List<AuditEntry> rows =
                    database.read(tx -> tx.audit().page(SOMEBODY, null, 10)).entries();
            assertThat(rows)
                    .filteredOn(row -> row.act().equals("process-event"))
                    .singleElement()
                    .matches(row -> row.agentId().equals("rcam") && row.role() == Role.PROCESS);
        }
    }

    @Test
    void a_certificate_opens_nothing_else() throws IOException {
        Answered answer = post(RCAM, null, "/v1/search", SEARCH);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(key(answer)).isEqualTo("not-allowed");
    }

    @Test
    void each_program_has_the_role_that_the_file_gives_it() throws IOException {
        HeldCertificate hr = new HeldCertificate.Builder()
                .commonName("hr.example")
                .signedBy(AUTHORITY)
                .build();
        assertThat(post(hr, null, "/v1/process-events", event()).status()).isEqualTo(403);
        assertThat(key(post(hr, null, "/v1/register", "{}")))
                .as("refused for what it is, and not for who sends it")
                .isNotEqualTo("not-allowed");
    }

    @Test
    void agents_sign_in_on_the_same_port_with_and_without_a_certificate() throws IOException {
        String token = provider.signed(provider.claims(provider.person).build());
        assertThat(post(null, token, "/v1/search", SEARCH).status()).isEqualTo(200);
        assertThat(post(RCAM, token, "/v1/search", SEARCH).status())
                .as("a token says who calls")
                .isEqualTo(200);
        assertThat(post(RCAM, "guessed", "/v1/process-events", event()).status())
                .as("a bad token is not made good by a certificate")
                .isEqualTo(401);
        assertThat(post(null, null, "/v1/process-events", event()).status()).isEqualTo(401);
    }

    @Test
    void a_program_that_is_not_named_is_told_so() throws IOException {
        Answered answer = post(program("other.example").build(), null, "/v1/process-events", event());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(key(answer)).isEqualTo("not-allowed");
    }

    @Test
    void what_the_authority_does_not_vouch_for_is_refused_while_the_connection_is_made() {
        HeldCertificate same = new HeldCertificate.Builder()
                .commonName("rcam.example")
                .organizationalUnit("Commission")
                .signedBy(authority("Programs"))
                .build();
        HeldCertificate over =
                program("rcam.example").validityInterval(0, 1_000_000_000_000L).build();
        for (HeldCertificate wrong : List.of(same, over)) {
            assertThatThrownBy(() -> post(wrong, null, "/v1/process-events", event()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_connection_that_outlives_the_certificate_is_nobodys() {
        Instant end = RCAM.certificate().getNotAfter().toInstant();
        Map<X500Principal, Principal> known =
                Map.of(RCAM.certificate().getSubjectX500Principal(), ProgramCertificates.program(Role.PROCESS, "rcam"));
        assertThat(new ProgramCertificates(known, () -> end).shown(RCAM.certificate()))
                .isInstanceOf(SignedIn.Known.class);
        assertThat(new ProgramCertificates(known, () -> end.plusMillis(1)).shown(RCAM.certificate()))
                .isInstanceOf(SignedIn.Nobody.class);
    }

    @Test
    void a_check_names_the_programs_and_tells_a_file_that_cannot_be_read() throws IOException {
        assertThat(check()).contains("A certificate is enough for hr, rcam.");
        Files.writeString(folder.resolve("programs.pem"), "no certificate");
        assertThat(check()).anyMatch(sentence -> sentence.startsWith("listen.programs.authority: "));
    }

    private List<String> check() throws IOException {
        BackendSettings settings = BackendSettings.production(
                Stores.url(folder), Institution.read(folder.resolve("institution.properties")));
        return SelfCheck.of(settings, Files.createDirectories(folder.resolve("check"))).stream()
                .map(SelfCheck.Finding::sentence)
                .toList();
    }

    private static String key(Answered answer) {
        return ContractJson.mapper().readTree(answer.body()).path("key").asString();
    }
}
