package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificatesTest {
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
            assertThatThrownBy(client::me).isInstanceOf(ClientException.Untrusted.class);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_trusted_certificate_of_another_house_is_not_the_backends() throws GeneralSecurityException, IOException {
        show("elsewhere.example.eu");
        try (GuichetClient client = client(TrustRoots.of(null), machine())) {
            assertThatThrownBy(client::me).isInstanceOf(ClientException.Untrusted.class);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    private GuichetClient client(X509TrustManager... stores) {
        return GuichetClients.connect(
                server.url("/").uri(), () -> "token", ClientSettings.defaults(), () -> new TrustRoots(List.of(stores)));
    }

    private void show(String house) {
        HeldCertificate own = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName(house)
                .build();
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
