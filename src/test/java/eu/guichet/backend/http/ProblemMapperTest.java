package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.store.OutcomeUnknownException;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Problem;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
    private static String detail(Route route, Locale language) {
        return detail(route, language, new StoreUnavailableException("away", new IllegalStateException()));
    }

    private static String detail(Route route, Locale language, RuntimeException failure) {
        Answer answer = new ProblemMapper(InstantSource.system()).guard(language, "c-1", route.looks(), () -> {
            throw failure;
        });
        assertThat(answer).isInstanceOf(Answer.Whole.class);
        Problem problem =
                ContractJson.mapper().readValue(new String(((Answer.Whole) answer).body(), UTF_8), Problem.class);
        assertThat(problem.status()).isEqualTo(503);
        return problem.detail();
    }

    @Test
    void a_search_or_a_look_that_fails_does_not_speak_of_an_act() {
        Route search = Route.post("/v1/search", Permission.SEARCH, _ -> Answer.empty());
        Route file = Route.get("/v1/pensioners/{id}", Permission.READ_FILE, _ -> Answer.empty());
        for (Route look : new Route[] {search, file}) {
            assertThat(detail(look, Locale.FRENCH))
                    .contains("rien ne peut être affiché")
                    .doesNotContain("acte", "fait");
            assertThat(detail(look, Locale.ENGLISH))
                    .contains("nothing can be shown")
                    .doesNotContain("act ", "done");
        }
    }

    @Test
    void an_act_of_which_the_store_does_not_say_what_became_is_not_called_done_nor_undone() {
        Route resend = Route.post("/v1/pensioners/{id}/messages", Permission.SEND_MESSAGE, _ -> Answer.empty());
        RuntimeException cut = new OutcomeUnknownException(new IllegalStateException());
        assertThat(detail(resend, Locale.FRENCH, cut)).contains("il a peut-être abouti", "deux fois");
        assertThat(detail(resend, Locale.ENGLISH, cut)).contains("may or may not be done", "twice");
    }

    @Test
    void an_act_on_a_store_that_is_away_says_that_the_same_key_does_nothing_twice() {
        Route resend = Route.post("/v1/pensioners/{id}/messages", Permission.SEND_MESSAGE, _ -> Answer.empty());
        Route claim = Route.post("/v1/letters/{id}/claim", Permission.GENERATE_LETTER, _ -> Answer.empty());
        for (Route act : new Route[] {resend, claim}) {
            assertThat(detail(act, Locale.FRENCH))
                    .contains("rien ne sera fait deux fois")
                    .doesNotContain("n’a pas été fait");
            assertThat(detail(act, Locale.ENGLISH))
                    .contains("nothing is done twice")
                    .doesNotContain("was not done");
        }
    }
}
