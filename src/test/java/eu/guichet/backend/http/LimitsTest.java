package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class LimitsTest {
    @TempDir
    Path folder;

    @Test
    void whoever_asks_for_more_than_one_agent_may_waits_and_a_supervisor_sees_it() {
        try (RunningBackend backend = new RunningBackend(folder, Map.of("limits.searches", "2"))) {
            Caller agent = backend.as(Role.AGENT);
            String muller = "{\"query\":\"muller\"}";
            assertThat(agent.post("/v1/search", muller).status()).isEqualTo(200);
            assertThat(agent.post("/v1/search", muller).status()).isEqualTo(200);
            Caller.Answered refused = agent.post("/v1/search", muller);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1800");
            assertThat(refused.json().path("detail").asString()).contains("en une heure");
            Caller supervisor = backend.as(Role.SUPERVISOR);
            assertThat(supervisor.post("/v1/search", muller).status())
                    .as("each for oneself")
                    .isEqualTo(200);
            assertThat(supervisor.get("/v1/audit").as(AuditPage.class).entries())
                    .filteredOn(entry -> entry.act().equals("limit-reached"))
                    .extracting(AuditEntry::agentName, AuditEntry::outcome)
                    .containsExactly(tuple("M. D.", "searches"));
        }
    }

    @Test
    void letters_of_one_day_are_limited_for_an_agent_and_open_again_at_midnight() {
        try (RunningBackend backend = new RunningBackend(folder, Map.of("limits.letters-agent-day", "1"))) {
            Caller agent = backend.as(Role.AGENT);
            Steps.letter(agent);
            Caller.Answered refused = again(agent);
            while (refused.status() == 412) { // the announcement of the letter has just left
                refused = again(agent);
            }
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().path("detail").asString()).contains("en un jour");
        }
    }

    private static Caller.Answered again(Caller agent) {
        String etag = Steps.open(agent, AT_THE_LETTER).etag();
        return Steps.generate(agent, AT_THE_LETTER, etag, Steps.key());
    }
}
