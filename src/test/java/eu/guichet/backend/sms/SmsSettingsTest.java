package eu.guichet.backend.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.settings.SettingLines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsSettingsTest {
    @TempDir
    Path folder;

    private Map<String, String> smpp;
    private Map<String, String> http;

    @BeforeEach
    void write() throws IOException {
        String secret = Files.writeString(folder.resolve("secret"), "hush-1\n").toString();
        smpp = Map.of(
                "sms.gateway", "smpp",
                "sms.sender", "PMO",
                "sms.host", "smpp.example",
                "sms.user", "guichet",
                "sms.password-file", secret);
        http = Map.of(
                "sms.gateway", "http",
                "sms.sender", "+3228888",
                "sms.url", "https://sms.example/v1",
                "sms.headers", "Authorization X-Account",
                "sms.header.Authorization", secret,
                "sms.header.X-Account", secret,
                "sms.body", "{\"to\":\"{to}\",\"text\":\"{text}\"}");
    }

    private static SmsSettings read(Map<String, String> lines) {
        assertThat(lines.keySet()).allMatch(SmsSettings::isLine);
        return SmsSettings.read(new SettingLines(lines)).orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> lines, String name, String value) {
        Map<String, String> changed = new HashMap<>(lines);
        changed.put(name, value);
        return changed;
    }

    @Test
    void without_a_gateway_there_is_none() {
        assertThat(SmsSettings.read(new SettingLines(Map.of("sms.gateway", " "))))
                .isEmpty();
    }

    @Test
    void what_is_left_out_is_as_usual() {
        SmsSettings settings = read(smpp);
        assertThat(settings.mostParts()).isEqualTo(3);
        assertThat(settings.second()).isNull();
        assertThat(settings.first())
                .isEqualTo(new SmsSettings.Smpp(
                        "smpp.example",
                        3550,
                        SmsSettings.Security.TLS,
                        "guichet",
                        new Secret("hush-1"),
                        "",
                        SmsSettings.Concatenation.UDH,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10)));
    }

    @Test
    void the_second_gateway_may_be_of_the_other_kind() {
        Map<String, String> both = new HashMap<>(smpp);
        http.forEach((name, value) -> both.put(name.replace("sms.", "sms.second."), value));
        both.remove("sms.second.sender");
        assertThat(read(both).second()).isInstanceOfSatisfying(SmsSettings.Http.class, second -> {
            assertThat(second.url()).isEqualTo(URI.create("https://sms.example/v1"));
            assertThat(second.headers()).containsOnlyKeys("Authorization", "X-Account");
            assertThat(second.refused()).containsExactly(422);
        });
    }

    @Test
    void no_secret_is_printed() {
        assertThat(read(smpp).toString()).doesNotContain("hush");
        assertThat(read(http).toString()).doesNotContain("hush");
    }

    @Test
    void what_cannot_be_meant_is_told_in_a_sentence_that_names_the_line() throws IOException {
        refused(with(smpp, "sms.security", "none"), "sms.security: none is only for a gateway on this machine");
        refused(with(smpp, "sms.sender", "Pensions office"), "sms.sender: a number, or up to 11 letters and digits");
        refused(with(smpp, "sms.user", "a".repeat(16)), "sms.user: SMPP has room for 15 characters");
        refused(with(smpp, "sms.enquire", "0s"), "sms.enquire: a time from 1s to 1h is expected");
        refused(with(smpp, "sms.password-file", ""), "sms.password-file is missing");
        refused(with(smpp, "sms.second.gateway", "smpp"), "sms.second.host is missing");
        refused(with(smpp, "sms.gateway", "fax"), "sms.gateway: expected is one of smpp, http");
        String file =
                Files.writeString(folder.resolve("long"), "hush-hush-hush").toString();
        refused(with(smpp, "sms.password-file", file), "sms.password-file: SMPP has room for 8 characters");
        for (String url : new String[] {
            "http://sms.example/", "https://user:hush@sms.example/", "ftp://localhost/", "sms.example", "https:///x"
        }) {
            refused(with(http, "sms.url", url), "sms.url: an https address without user and password is expected");
        }
        refused(with(http, "sms.header.X-Account", ""), "sms.header.X-Account is missing");
        refused(with(http, "sms.body", "to={to}"), "sms.body: it is no JSON");
        refused(with(http, "sms.body", "{\"to\":\"{to}\"}"), "sms.body: it needs {text}, and {to} or {number}");
        refused(
                with(http, "sms.body", "{\"to\":\"{too}\",\"text\":\"{text}\"}"),
                "sms.body: a JSON object is expected");
        refused(with(http, "sms.refused", "200"), "sms.refused: statuses such as 410 422 are expected");
        refused(with(http, "sms.id", "id"), "sms.id: a JSON pointer");
        assertThat(read(with(http, "sms.url", "http://localhost:8080/x")).first())
                .isNotNull();
    }

    private static void refused(Map<String, String> lines, String sentence) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("hush");
    }

    @Test
    void a_line_that_nobody_reads_is_none_of_ours() {
        assertThat(SmsSettings.isLine("sms.second.sender")).isFalse();
        assertThat(SmsSettings.isLine("sms.header.")).isFalse();
        assertThat(SmsSettings.isLine("gateway")).isFalse();
    }
}
