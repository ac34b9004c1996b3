package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.client.ClientException.Hindered;
import eu.guichet.client.ClientException.Hindered.Hindrance;
import eu.guichet.contract.MessageKind;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    /** Nobody can look it up: only the proxy knows where it is. */
    private static final URI INSTITUTION = URI.create("https://guichet.institution.invalid/");

    private final HeldCertificate own = new HeldCertificate.Builder()
            .addSubjectAlternativeName(INSTITUTION.getHost())
            .build();
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void listen() throws IOException {
        server.useHttps(
                new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
        server.start();
        server.enqueue(Answers.json(200, Answers.ME));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_backend_is_reached_through_the_proxy_that_the_system_names() {
        try (ConnectProxy proxy = new ConnectProxy(server.getPort());
                GuichetClient client = client(INSTITUTION, proxy.selector())) {
            assertThat(client.me()).isEqualTo(Answers.ME);
            assertThat(proxy.asked).containsExactly("CONNECT guichet.institution.invalid:443 HTTP/1.1");
        }
    }

    @Test
    void a_proxy_that_asks_for_a_password_is_told_and_asked_once() {
        try (ConnectProxy proxy = new ConnectProxy(server.getPort()).asksForPassword();
                GuichetClient client = client(INSTITUTION, proxy.selector())) {
            assertHindered(client, Hindrance.PROXY_PASSWORD);
            assertThat(proxy.asked).hasSize(1);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_proxy_that_opens_no_way_to_the_backend_is_told_and_asked_once() {
        try (ConnectProxy proxy = new ConnectProxy(server.getPort()).refuses("403 Forbidden");
                GuichetClient client = client(INSTITUTION, proxy.selector())) {
            assertHindered(client, Hindrance.PROXY_REFUSES);
            assertThat(proxy.asked).hasSize(1);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_proxy_that_finds_nobody_there_is_like_a_network_that_is_gone() {
        try (ConnectProxy proxy = new ConnectProxy(server.getPort()).refuses("503 Service Unavailable");
                GuichetClient client = client(INSTITUTION, proxy.selector())) {
            assertThatThrownBy(client::me).isInstanceOf(ClientException.Unreachable.class);
        }
    }

    @Test
    void the_page_of_a_proxy_that_forbids_it_is_told_as_that() {
        try (BackendDouble inItsPlace = new BackendDouble()) {
            inItsPlace.answers(Answers.text(403, "text/html", "<h1>Access denied</h1>"));
            assertHindered(inItsPlace.client, Hindrance.PROXY_REFUSES);
        }
    }

    @Test
    void after_an_act_a_page_in_the_answer_s_place_leaves_open_what_was_done() {
        try (BackendDouble inItsPlace = new BackendDouble()) {
            inItsPlace.answers(Answers.text(403, "text/html", "<h1>Access denied</h1>"));
            assertThatThrownBy(() -> inItsPlace.client.resend(
                            Answers.CONTACT, MessageKind.CHALLENGE_SMS, IdempotencyKey.create()))
                    .isInstanceOf(ClientException.OutcomeUnknown.class);
        }
    }

    private static void assertHindered(GuichetClient client, Hindrance hindrance) {
        assertThatThrownBy(client::me)
                .isInstanceOfSatisfying(
                        Hindered.class,
                        hindered -> assertThat(hindered.hindrance()).isEqualTo(hindrance));
    }

    @Test
    void a_backend_on_this_machine_is_never_looked_for_through_a_proxy() throws IOException {
        try (MockWebServer here = new MockWebServer();
                ConnectProxy proxy = new ConnectProxy(server.getPort())) {
            here.start();
            here.enqueue(Answers.json(200, Answers.ME));
            try (GuichetClient client =
                    client(URI.create("http://127.0.0.1:" + here.getPort() + "/"), proxy.selector())) {
                assertThat(client.me()).isEqualTo(Answers.ME);
            }
            assertThat(proxy.asked).isEmpty();
        }
    }

    @Test
    void the_program_is_started_so_that_it_asks_the_system_for_its_proxies() throws IOException {
        assertThat(Files.readAllLines(Path.of("packaging", "bin", "jvm.args")))
                .contains("-Djava.net.useSystemProxies=true");
    }

    private GuichetClient client(URI base, ProxySelector proxies) {
        return GuichetClients.connect(
                base, () -> "token", ClientSettings.defaults(), () -> new TrustRoots(List.of(trusted())), proxies);
    }

    private X509TrustManager trusted() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(own.certificate())
                .build()
                .trustManager();
    }
}
