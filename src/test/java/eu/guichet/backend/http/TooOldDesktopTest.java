package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.ContractVersion;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a desktop that says that it speaks an older contract than is served. */
class TooOldDesktopTest {
    private static final String TOO_LOW = String.valueOf(ContractVersion.LOWEST_DESKTOP - 1);

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private Caller.Answered open(String version) {
        return agent.post(
                "/v1/contacts",
                "{\"pensionerId\":\"" + AT_THE_SMS + "\",\"reason\":\"call\"}",
                ContractVersion.SPOKEN_HEADER,
                version,
                "Accept-Language",
                "en");
    }

    @Test
    void its_acts_are_refused_with_a_sentence_and_nothing_is_done() {
        Caller.Answered refused = open(TOO_LOW);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("desktop-too-old");
        assertThat(refused.json().path("detail").asString()).contains("no longer served");
        assertThat(agent.get("/v1/contacts").body().utf8()).doesNotContain(AT_THE_SMS);
    }

    @Test
    void what_it_reads_it_is_told_with_the_version_it_would_need() {
        Caller.Answered me = agent.get("/v1/me", ContractVersion.SPOKEN_HEADER, TOO_LOW);
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.header(ContractVersion.LOWEST_DESKTOP_HEADER))
                .isEqualTo(String.valueOf(ContractVersion.LOWEST_DESKTOP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "99", "two", "-1", "99999999999"})
    void a_newer_one_and_what_is_no_version_are_served(String version) {
        assertThat(open(version).status()).isEqualTo(201);
    }
}
