package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.FigureCount;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FirstContacts;
import eu.guichet.contract.FunnelStep;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class FiguresTest {
    private static final String WEEK = "?from=2026-11-23&until=2026-11-29";
    private static final Duration A_DAY = Duration.ofDays(1);

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

    private void contact(String person, String reason) {
        String contact = Steps.contact(agent, person, reason);
        assertThat(agent.post("/v1/contacts/" + contact + "/close", "").status())
                .isEqualTo(200);
    }

    private Figures own(String period) {
        return agent.get("/v1/figures/own" + period).as(Figures.class);
    }

    @Test
    void a_contact_is_solved_where_the_same_person_has_no_other_in_the_seven_days_that_follow() {
        contact(AT_THE_SMS, "call");
        backend.later(A_DAY);
        contact(AT_THE_SMS, "counter");
        contact(AT_THE_LETTER, "ticket INC-7");
        contact(AT_THE_LETTER, "worklist");
        assertThat(own(WEEK).contacts())
                .containsExactlyInAnyOrder(
                        new FigureCount("call", 1),
                        new FigureCount("counter", 1),
                        new FigureCount("ticket", 1),
                        new FigureCount("worklist", 1));
        assertThat(own(WEEK).firstContacts()).isEqualTo(new FirstContacts(3, 0, 1, 2, 7));
        backend.later(Duration.ofDays(8));
        contact(AT_THE_SMS, "call");
        assertThat(own(WEEK).firstContacts()).isEqualTo(new FirstContacts(3, 2, 1, 0, 7));
    }

    @Test
    void resends_and_letters_are_counted_once_however_often_they_were_asked_for() {
        Steps.open(agent, AT_THE_SMS);
        Steps.verify(agent, AT_THE_SMS);
        String key = Steps.key();
        assertThat(Steps.resend(agent, AT_THE_SMS, key).status()).isEqualTo(202);
        assertThat(Steps.resend(agent, AT_THE_SMS, key).status()).isEqualTo(202);
        assertThat(Steps.letter(agent)).isNotNull();
        Figures figures = own(WEEK);
        assertThat(figures.resends()).extracting(FigureCount::count).containsExactly(1);
        assertThat(figures.letters()).isEqualTo(1);
        assertThat(own("?from=2026-11-16&until=2026-11-22").letters()).isZero();
    }

    @Test
    void an_office_s_figures_are_of_all_who_work_there_and_show_where_people_stand_and_how_long_they_took() {
        contact(AT_THE_SMS, "call");
        Caller auditor = backend.as(Role.AUDITOR);
        Figures all =
                auditor.get("/v1/figures?from=2026-11-16&until=2026-11-29").as(Figures.class);
        assertThat(all.contacts()).containsExactly(new FigureCount("call", 1));
        assertThat(all.funnel()).extracting(FunnelStep::step).hasSize(16).startsWith(1, 2);
        assertThat(all.funnel().getFirst().reached())
                .isEqualTo(all.funnel().stream().mapToInt(FunnelStep::here).sum())
                .isPositive();
        assertThat(all.times())
                .isNotEmpty()
                .allMatch(time -> time.from() < time.to() && time.median() <= time.mostly());
        Figures elsewhere =
                auditor.get("/v1/figures" + WEEK + "&office=" + OfficeCode.ISP).as(Figures.class);
        assertThat(elsewhere.contacts()).isEmpty();
    }

    @Test
    void an_agent_has_no_figures_but_the_own_ones_and_a_period_has_a_beginning_and_an_end() {
        assertThat(agent.get("/v1/figures" + WEEK).problem()).isEqualTo("not-allowed");
        contact(AT_THE_SMS, "call");
        assertThat(backend.as(Role.SUPERVISOR)
                        .get("/v1/figures/own" + WEEK)
                        .as(Figures.class)
                        .contacts())
                .isEmpty();
        for (String period : new String[] {
            "",
            "?from=2026-11-23",
            "?from=2026-11-23&until=2026-11-22",
            "?from=2026-11-23&until=2028-11-22",
            "?from=2026-02-30&until=2026-11-22"
        }) {
            assertThat(agent.get("/v1/figures/own" + period).problem())
                    .as(period)
                    .isEqualTo("invalid-request");
        }
    }
}
