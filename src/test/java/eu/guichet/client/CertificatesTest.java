package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.client.ClientException.Untrusted.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final HeldCertificate OTHER =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("The institution's own authority")
            .build();
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void listen() throws IOException {
        show("localhost");
        server.start();
        server.enqueue(Answers.json(200, Answers.ME));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_certificate_of_the_institution_is_trusted_where_the_machine_trusts_its_authority()
            throws GeneralSecurityException, IOException {
        try (GuichetClient client = client(TrustRoots.of(null), machine())) {
            assertThat(client.me()).isEqualTo(Answers.ME);
        }
    }

    @Test
    void a_certificate_that_no_store_of_this_machine_knows_is_said_and_not_asked_again() {
        try (GuichetClient client = client(TrustRoots.of(null))) {
            assertUntrusted(client, Fault.UNKNOWN_ISSUER);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_trusted_certificate_of_another_house_is_not_the_backends() throws GeneralSecurityException, IOException {
        show("elsewhere.example.eu");
        try (GuichetClient client = client(TrustRoots.of(null), machine())) {
            assertUntrusted(client, Fault.WRONG_NAME);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_certificate_that_has_expired_is_said_to_have_expired_though_other_stores_do_not_know_its_issuer()
            throws GeneralSecurityException, IOException {
        long now = System.currentTimeMillis();
        show(of("localhost").validityInterval(now - 2 * DAY, now - DAY));
        try (GuichetClient client = client(TrustRoots.of(null), machine())) {
            assertUntrusted(client, Fault.EXPIRED);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_certificate_of_tomorrow_is_said_to_be_not_valid_yet() throws GeneralSecurityException, IOException {
        long now = System.currentTimeMillis();
        show(of("localhost").validityInterval(now + DAY, now + 2 * DAY));
        try (GuichetClient client = client(TrustRoots.of(null), machine())) {
            assertUntrusted(client, Fault.NOT_YET_VALID);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void an_authority_that_no_system_knows_is_trusted_from_its_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("authority.pem"), "# ours\n" + OTHER.certificatePem() + authority.certificatePem());
        try (GuichetClient client =
                GuichetClients.connect(server.url("/").uri(), () -> "token", Authority.read(file))) {
            assertThat(client.me()).isEqualTo(Answers.ME);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void a_file_without_an_authority_is_told_in_a_sentence(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("authority.pem"), text);
        assertThatThrownBy(() -> Authority.read(file))
                .isInstanceOf(BackendAddressException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Authority.read(folder.resolve("missing.pem")))
                .isInstanceOf(BackendAddressException.class)
                .hasMessageContaining("cannot be read");
    }

    private static void assertUntrusted(GuichetClient client, Fault fault) {
        assertThatThrownBy(client::me)
                .isInstanceOfSatisfying(
                        ClientException.Untrusted.class,
                        untrusted -> assertThat(untrusted.fault()).isEqualTo(fault));
    }

    private GuichetClient client(X509TrustManager... stores) {
        return GuichetClients.connect(
                server.url("/").uri(), () -> "token", ClientSettings.defaults(), () -> new TrustRoots(List.of(stores)));
    }

    private HeldCertificate.Builder of(String house) {
        return new HeldCertificate.Builder().signedBy(authority).addSubjectAlternativeName(house);
    }

    private void show(String house) {
        show(of(house));
    }

    private void show(HeldCertificate.Builder certificate) {
        HeldCertificate own = certificate.build();
        server.useHttps(
                new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
    }

    /** Stands for the store of Windows. */
    private X509TrustManager machine() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("institution", authority.certificate());
        return TrustRoots.of(store);
    }
}
