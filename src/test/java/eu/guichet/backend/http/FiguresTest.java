package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.PassedSteps;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.Cohort;
import eu.guichet.contract.FigureCount;
import eu.guichet.contract.Figures;
import eu.guichet.contract.FirstContacts;
import eu.guichet.contract.FunnelStep;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    void of_those_who_began_in_each_period_it_is_told_how_many_have_passed_each_step() {
        passed("2020-03-02T09:00:00Z", "p-0", 3, 7, 8);
        passed("2020-03-08T22:59:00Z", "p-1", 3);
        // Monday has begun in the office
        passed("2020-03-08T23:01:00Z", "p-2", 3, 7, 8, 12, 15);
        passed("2020-04-06T09:00:00Z", "p-3", 7);
        Caller auditor = backend.as(Role.AUDITOR);
        Figures weeks = auditor.get("/v1/figures?from=2020-03-09&until=2020-03-15&by=week")
                .as(Figures.class);
        assertThat(weeks.cohorts()).hasSize(6).allMatch(week -> week.from().getDayOfWeek() == DayOfWeek.MONDAY);
        assertThat(weeks.cohorts().get(4))
                .isEqualTo(new Cohort(
                        LocalDate.of(2020, 3, 2),
                        LocalDate.of(2020, 3, 8),
                        2,
                        List.of(2, 2, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0)));
        assertThat(weeks.cohorts().get(5).people()).isEqualTo(1);
        assertThat(weeks.cohorts().get(5).passed().get(14)).isEqualTo(1);
        assertThat(weeks.cohorts().get(5).passed().get(15)).isZero();
        Figures months = auditor.get("/v1/figures?from=2020-04-01&until=2020-04-30&by=month")
                .as(Figures.class);
        assertThat(months.cohorts()).extracting(Cohort::people).containsExactly(0, 0, 0, 0, 3, 1);
        Figures days = auditor.get("/v1/figures?from=2020-03-09&until=2020-03-09&by=day")
                .as(Figures.class);
        assertThat(days.cohorts()).extracting(Cohort::people).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(auditor.get("/v1/figures" + WEEK).as(Figures.class).cohorts())
                .as("not asked for")
                .isEmpty();
        assertThat(auditor.get("/v1/figures" + WEEK + "&by=year").problem()).isEqualTo("invalid-request");
        Figures elsewhere = auditor.get("/v1/figures?from=2020-04-01&until=2020-04-30&by=month&office=ISP")
                .as(Figures.class);
        assertThat(elsewhere.cohorts()).extracting(Cohort::people).containsOnly(0);
    }

    /** Somebody of Luxembourg of whom these steps were reported, an hour after each other. */
    private void passed(String first, String id, int... steps) {
        Instant at = Instant.parse(first);
        List<PassedSteps.Passed> rows = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            rows.add(new PassedSteps.Passed(
                    id,
                    steps[i],
                    OfficeCode.LUX.name(),
                    at.plus(Duration.ofHours(i)),
                    i == 0 ? null : steps[i - 1],
                    i == 0 ? null : Duration.ofHours(1).toMillis()));
        }
        backend.stores(tx -> {
            tx.pensioners().add(Stores.somebody(id));
            tx.passedSteps().put(id, rows);
        });
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
