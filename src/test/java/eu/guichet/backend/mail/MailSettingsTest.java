package eu.guichet.backend.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.settings.SettingLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSettingsTest {
    @TempDir
    Path folder;

    private static MailSettings read(Map<String, String> lines) {
        return MailSettings.read(new SettingLines(lines)).orElseThrow();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> lines = new HashMap<>(Map.of("mail.host", "mx.example", "mail.from", "pmo@pmo.example"));
        lines.put(name, value);
        return lines;
    }

    @Test
    void without_a_mail_server_there_is_none() {
        assertThat(MailSettings.read(new SettingLines(Map.of("mail.host", " "))))
                .isEmpty();
    }

    @Test
    void what_is_left_out_is_as_the_standards_have_it() {
        MailSettings mail = read(with("mail.mailbox.host", "imap.example"));
        assertThat(mail.server().port()).isEqualTo(587);
        assertThat(mail.server().security()).isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(mail.bounces()).isEqualTo("pmo@pmo.example");
        assertThat(mail.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(mail.mailbox()).isNotNull();
        assertThat(read(with("mail.security", "tls")).server().port()).isEqualTo(465);
    }

    @Test
    void a_password_is_read_from_its_file_and_never_printed() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hush\n");
        Map<String, String> lines = with("mail.password-file", file.toString());
        lines.put("mail.user", "guichet");
        MailSettings mail = read(lines);
        assertThat(mail.server().password()).isEqualTo(new Secret("hush"));
        assertThat(mail.toString()).doesNotContain("hush");
    }

    @Test
    void what_cannot_be_meant_is_told_in_a_sentence_that_names_the_line() {
        refused(with("mail.security", "none"), "mail.security: none is only for a server on this machine");
        refused(with("mail.security", "ssl"), "mail.security: expected is one of none, starttls, tls");
        refused(with("mail.port", "70000"), "mail.port: a whole number from 1 to 65535 is expected");
        refused(with("mail.from", "PMO"), "mail.from: an address is written PMO <pmo@example.org>");
        refused(with("mail.user", "guichet"), "mail.user and mail.password-file belong together");
        refused(with("mail.password-file", "/no/such/file"), "mail.password-file: /no/such/file cannot be read");
        refused(with("mail.timeout", "soon"), "mail.timeout: a time is written 90s, 15m or 24h");
        refused(Map.of("mail.host", "mx.example"), "mail.from is missing");
    }

    private static void refused(Map<String, String> lines, String sentence) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }
}
