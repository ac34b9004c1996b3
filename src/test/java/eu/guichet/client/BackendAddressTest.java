package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackendAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://guichet.example.eu/",
                "HTTPS://guichet.example.eu:8443/desk/",
                "http://localhost:8080",
                "http://127.0.0.1:8080/",
                "http://[::1]:8080/"
            })
    void a_backend_is_reached_over_https_or_on_this_machine(String address) {
        assertThat(BackendAddress.of(" " + address + "\n")).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guichet.example.eu",
                "https://",
                "https://guichet .example.eu/",
                "https:/guichet",
                "file:///etc",
                "ftp://guichet.example.eu/",
                "%%%"
            })
    void what_is_no_address_of_a_backend_is_said_in_one_sentence(String address) {
        assertThatThrownBy(() -> BackendAddress.of(address))
                .isInstanceOf(BackendAddressException.class)
                .hasMessageContaining(address)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://guichet.example.eu/", "http://127.0.0.1.example.eu/", "http://10.0.0.7:8080/"})
    void no_token_goes_in_the_clear_to_another_machine(String address) {
        assertThatThrownBy(() -> GuichetClients.connect(URI.create(address), () -> "token"))
                .isInstanceOf(BackendAddressException.class)
                .hasMessageContaining("https");
    }

    @Test
    void a_backend_on_this_machine_is_not_looked_for_behind_a_proxy() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new OneForEverything());
        try (BackendDouble backend = new BackendDouble()) {
            backend.answers(Answers.json(200, Answers.ME));
            assertThat(backend.client.me()).isEqualTo(Answers.ME);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    /** As a machine is set on which no exception is made for its own addresses. */
    private static final class OneForEverything extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.invalid", 3128)));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException why) {}
    }
}
