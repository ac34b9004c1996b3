package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
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
    void every_refusal_is_counted_and_the_supervisor_sees_who_how_often_and_when_last() {
        try (RunningBackend backend = new RunningBackend(folder, Map.of("limits.searches", "2"))) {
            Caller agent = backend.as(Role.AGENT);
            searches(agent, 2 + 40);
            backend.later(Duration.ofMinutes(90));
            searches(agent, 2 + 7);

            List<ReachedLimit> reached = reached(backend.as(Role.SUPERVISOR), 7);
            assertThat(reached).singleElement().satisfies(one -> {
                assertThat(one.agentName()).isEqualTo("M. D.");
                assertThat(one.limit()).isEqualTo("searches");
                assertThat(one.lastHour()).isEqualTo(7);
                assertThat(one.lastDay()).isEqualTo(47);
                assertThat(one.lastAt()).isEqualTo(RunningBackend.NINE_OCLOCK.plus(Duration.ofMinutes(90)));
            });
            backend.later(Duration.ofHours(25));
            assertThat(backend.as(Role.SUPERVISOR).get("/v1/reached-limits").as(ReachedLimit[].class))
                    .isEmpty();
        }
    }

    @Test
    void what_is_used_up_stays_used_up_over_a_restart() {
        try (RunningBackend backend = new RunningBackend(folder, Map.of("limits.searches", "3"))) {
            searches(backend.as(Role.AGENT), 3);
        }
        try (RunningBackend again = RunningBackend.again(folder, Map.of("limits.searches", "3"))) {
            assertThat(again.as(Role.AGENT)
                            .post("/v1/search", "{\"query\":\"muller\"}")
                            .status())
                    .isEqualTo(429);
        }
    }

    private static void searches(Caller agent, int times) {
        for (int i = 0; i < times; i++) {
            agent.post("/v1/search", "{\"query\":\"muller\"}");
        }
    }

    /** What was refused is in the store within a second. */
    private static List<ReachedLimit> reached(Caller supervisor, int lastHour) {
        for (int looks = 0; looks < 200; looks++) {
            List<ReachedLimit> all =
                    List.of(supervisor.get("/v1/reached-limits").as(ReachedLimit[].class));
            if (all.stream().anyMatch(one -> one.lastHour() == lastHour)) {
                return all;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("nobody was refused so often");
    }

    @Test
    void letters_of_one_day_are_limited_for_an_agent_and_open_again_at_midnight() {
        try (RunningBackend backend =
                new RunningBackend(folder, Map.of("limits.letters-agent-day", "1", "approval.above-quota", "off"))) {
            Caller agent = backend.as(Role.AGENT);
            Steps.letter(agent);
            Caller.Answered refused = again(agent);
            while (refused.status() == 412) { // the announcement of the letter has just left
                refused = again(agent);
            }
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().path("detail").asString()).contains("en un jour");
            assertThat(reached(backend.as(Role.SUPERVISOR), 1))
                    .extracting(ReachedLimit::limit)
                    .containsExactly("letters-agent-day");
        }
    }

    private static Caller.Answered again(Caller agent) {
        String etag = Steps.open(agent, AT_THE_LETTER).etag();
        return Steps.generate(agent, AT_THE_LETTER, etag, Steps.key());
    }
}
