package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static eu.guichet.backend.http.RunningBackend.AT_THE_START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.Alert;
import eu.guichet.contract.Contact;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.contract.TimelineEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class AlertsTest {
    private static final String LIFT = "{\"alert\":\"FROZEN\",\"reason\":\"DIGIT a vérifié le compte.\"}";

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller supervisor;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        supervisor = backend.as(Role.SUPERVISOR);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private Caller.Answered freeze(String pensioner) {
        return Steps.act(agent, pensioner, "freeze", "", "Idempotency-Key", Steps.key());
    }

    private Caller.Answered lift(Caller caller, String json) {
        return caller.post("/v1/pensioners/" + AT_THE_SMS + "/alert-lifts", json);
    }

    @Test
    void a_frozen_file_says_so_and_sends_nothing_until_a_supervisor_lifts_it() {
        assertThat(freeze(AT_THE_SMS).status()).isEqualTo(204);
        assertThat(Steps.open(agent, AT_THE_SMS).alerts())
                .extracting(FileAlert::kind, FileAlert::liftable)
                .containsExactly(tuple(Alert.FROZEN, false));
        Steps.verify(agent, AT_THE_SMS);
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).problem()).isEqualTo("action-closed");
        assertThat(Steps.open(supervisor, AT_THE_SMS).alerts())
                .extracting(FileAlert::liftable)
                .containsExactly(true);
        assertThat(lift(supervisor, LIFT).status()).isEqualTo(204);
        PensionerFile lifted = Steps.open(agent, AT_THE_SMS);
        assertThat(lifted.alerts()).isEmpty();
        assertThat(lifted.timeline())
                .extracting(TimelineEntry::text)
                .anyMatch(text -> text.contains("DIGIT a vérifié le compte."));
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
    }

    @Test
    void the_message_to_digit_is_ready_while_the_file_is_frozen_and_says_what_it_is_about() {
        assertThat(freeze(AT_THE_LETTER).status()).isEqualTo(204);
        Caller.Answered draft = agent.get(
                "/v1/pensioners/" + AT_THE_LETTER + "/handover",
                Contact.HEADER,
                Steps.contact(agent, AT_THE_LETTER, "counter"),
                "Accept-Language",
                "en");
        assertThat(draft.as(HandoverDraft.class).subject())
                .startsWith("EU Login, pensioner: reports an access by somebody else");
    }

    @Test
    void what_cannot_be_frozen_is_refused_with_the_reason() {
        Caller.Answered refused = freeze(AT_THE_START);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).isNotBlank();
        assertThat(agent.post("/v1/pensioners/" + AT_THE_SMS + "/freeze", "", "Idempotency-Key", Steps.key())
                        .problem())
                .isEqualTo("contact-required");
        assertThat(Steps.act(agent, AT_THE_SMS, "freeze", "").problem()).isEqualTo("idempotency-key-required");
    }

    @Test
    void an_alert_is_lifted_by_a_supervisor_alone_with_a_reason_and_while_it_is_in_force() {
        Caller.Answered none = lift(supervisor, LIFT);
        assertThat(none.problem()).isEqualTo("action-closed");
        assertThat(none.json().path("detail").asString())
                .isEqualTo("Cette alerte n’est pas active, ou elle a déjà été levée.");
        assertThat(freeze(AT_THE_SMS).status()).isEqualTo(204);
        for (Role role : List.of(Role.AGENT, Role.LETTER_OFFICER, Role.AUDITOR)) {
            assertThat(lift(backend.as(role), LIFT).problem()).isEqualTo("not-allowed");
        }
        for (String bad : List.of(
                "{\"alert\":\"FROZEN\",\"reason\":\"ok\"}",
                "{\"alert\":\"FROZEN\",\"reason\":\"" + "a".repeat(301) + "\"}",
                "{\"alert\":\"FROZEN\",\"reason\":\"K7Q4-93VX-2WB5-ZAT0\"}",
                "{\"reason\":\"a good one\"}")) {
            assertThat(lift(supervisor, bad).problem()).isEqualTo("invalid-request");
        }
        assertThat(lift(supervisor, LIFT).status()).isEqualTo(204);
    }
}
