package eu.guichet.backend.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.guichet.backend.settings.SettingLines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListenSettingsTest {
    private static ListenSettings read(Map<String, String> lines) {
        return ListenSettings.read(new SettingLines(lines));
    }

    @Test
    void nothing_said_is_plain_http_on_this_machine_alone() {
        ListenSettings usual = read(Map.of());
        assertThat(usual.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(usual.address().getPort()).isEqualTo(8017);
        assertThat(usual.tls()).isNull();
        assertThat(usual.operations()).isNull();
    }

    @Test
    void other_machines_are_answered_with_a_certificate_or_through_a_proxy_and_under_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("listen.address", "192.0.2.1:8443", "listen.names", "guichet.example")))
                .withMessageContaining("a certificate is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(
                        "listen.address", "192.0.2.1:8443", "listen.certificate", "a.pem", "listen.key", "a.key")))
                .withMessageContaining("listen.names");
        assertThat(read(Map.of(
                                "listen.address",
                                "[::]:8080",
                                "listen.names",
                                "Guichet.example",
                                "listen.proxies",
                                "192.0.2.7, 2001:db8::7"))
                        .names())
                .containsExactly("guichet.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListenSettings.loopback(0).withAddress("0.0.0.0:80"))
                .withMessageContaining("a certificate is needed");
    }

    @Test
    void a_port_of_the_command_line_changes_nothing_else() {
        ListenSettings there = read(Map.of("operations.address", "127.0.0.1:9", "listen.streams", "2"))
                .onLoopback(4711);
        assertThat(there.address().getPort()).isEqualTo(4711);
        assertThat(there.operations()).isNotNull();
        assertThat(there.streams()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_told_with_the_name_of_the_line() {
        for (Map<String, String> wrong : List.of(
                Map.of("listen.address", "8443"),
                Map.of("listen.address", "127.0.0.1:99999"),
                Map.of("listen.proxies", "proxy.example"),
                Map.of("listen.certificate", "a.pem"),
                Map.of("listen.connections", "0"),
                Map.of("listen.programs.authority", "programs.pem"),
                Map.of("listen.programs.subjects", "process rcam: CN=rcam.example"),
                Map.of("operations.address", "here"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(wrong))
                    .withMessageContaining(wrong.keySet().iterator().next().toString());
        }
    }

    @Test
    void programs_show_certificates_to_a_backend_that_speaks_tls_each_under_a_name_and_a_subject_of_its_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(programs("process rcam: CN=rcam.example")))
                .withMessageContaining("listen.certificate");
        for (String wrong : List.of(
                "CN=rcam.example",
                "rcam: CN=rcam.example",
                "agent anna: CN=anna.example",
                "process rcam: rcam.example",
                "process rcam: CN=rcam.example; register rcam: CN=other.example",
                "process rcam: CN=rcam.example; process other: cn=RCAM.example",
                "process rcam: CN=rcam.example;")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(programs(wrong)))
                    .withMessageContaining("listen.programs.subjects");
        }
    }

    private static Map<String, String> programs(String subjects) {
        return Map.of("listen.programs.authority", "programs.pem", "listen.programs.subjects", subjects);
    }
}
