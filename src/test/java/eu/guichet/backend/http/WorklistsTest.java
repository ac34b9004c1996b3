package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Letter;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistCount;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistRow;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class WorklistsTest {
    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    /** Acts for all offices, as the agent does for another one than that of the people. */
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

    private WorklistPage page(Caller caller, String list) {
        Caller.Answered answer = caller.get("/v1/worklists/" + list);
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(200);
        return answer.as(WorklistPage.class);
    }

    private List<String> on(String list) {
        return page(supervisor, list).rows().stream()
                .map(WorklistRow::pensionerId)
                .toList();
    }

    private int count(Worklist list) {
        return supervisor.get("/v1/worklists").as(WorklistCounts.class).of(list);
    }

    /** Rows of people from before are written by and by. */
    private void upToDate() {
        for (String id : List.of(AT_THE_SMS, AT_THE_LETTER)) {
            Steps.open(backend.as(Role.SUPERVISOR), id);
            backend.as(Role.SUPERVISOR)
                    .post("/v1/contacts/" + Steps.contact(backend.as(Role.SUPERVISOR), id, "counter") + "/close", "");
        }
        report("step-" + Steps.key(), RunningBackend.NUMBER_AT_THE_SMS, "phone-added");
        report("step-" + Steps.key(), RunningBackend.NUMBER_AT_THE_LETTER, "access-requested");
    }

    private void report(String eventId, String number, String type) {
        assertThat(backend.as(Role.PROCESS)
                        .post(
                                "/v1/process-events",
                                "{\"type\":\"" + type + "\",\"eventId\":\"" + eventId + "\",\"pensionNumber\":\""
                                        + number + "\",\"occurredAt\":\"2026-11-23T07:00:00Z\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoever_asked_for_access_and_has_no_letter_stands_on_the_list_until_there_is_one() {
        upToDate();
        assertThat(on("access-requested")).containsExactly(AT_THE_LETTER);
        assertThat(count(Worklist.ACCESS_REQUESTED)).isEqualTo(1);
        Letter letter = Steps.letter(agent);
        assertThat(on("access-requested")).isEmpty();
        assertThat(count(Worklist.ACCESS_REQUESTED)).isZero();
        Caller officer = backend.as(Role.LETTER_OFFICER);
        assertThat(officer.get("/v1/worklists").as(WorklistCounts.class).of(Worklist.TO_POST))
                .isZero();
        Steps.print(agent, letter);
        assertThat(officer.get("/v1/worklists").as(WorklistCounts.class).of(Worklist.TO_POST))
                .isEqualTo(1);
    }

    @Test
    void a_letter_that_is_overdue_is_due_since_the_day_on_which_the_post_sends_it_back() {
        Letter letter = Steps.letter(agent);
        Steps.print(agent, letter);
        assertThat(backend.as(Role.LETTER_OFFICER)
                        .patch(
                                "/v1/letters/" + letter.id(),
                                "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}")
                        .status())
                .isEqualTo(200);
        assertThat(on("receipt-overdue")).isEmpty();
        backend.later(Duration.ofDays(20));
        // what time alone changes is written down by and by; an act about her does it at once
        Steps.act(agent, AT_THE_LETTER, "verifications", Steps.SEEN);
        report("late", RunningBackend.NUMBER_AT_THE_LETTER, "sign-in-started");
        WorklistRow row = page(supervisor, "receipt-overdue").rows().getFirst();
        assertThat(row.pensionerId()).isEqualTo(AT_THE_LETTER);
        assertThat(row.name()).isEqualTo("NØRGÅRD Søren");
        assertThat(row.birthYear()).isEqualTo(1944);
        assertThat(row.due()).isEqualTo("2026-12-08T23:00:00Z");
    }

    @Test
    void a_code_stands_on_the_list_when_it_lapses_within_the_days_of_the_policy() {
        Letter letter = Steps.letter(agent);
        Steps.print(agent, letter);
        backend.as(Role.LETTER_OFFICER)
                .patch(
                        "/v1/letters/" + letter.id(),
                        "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}");
        assertThat(on("lapsing")).isEmpty();
        backend.later(Duration.ofDays(180));
        assertThat(on("lapsing")).containsExactly(AT_THE_LETTER);
        assertThat(on("lapsing-soon")).isEmpty();
        backend.later(Duration.ofDays(13));
        assertThat(on("lapsing-soon")).containsExactly(AT_THE_LETTER);
        assertThat(count(Worklist.LAPSING_SOON)).isEqualTo(1);
        assertThat(count(Worklist.LAPSING)).isEqualTo(1);
    }

    @Test
    void whoever_does_not_get_on_stands_on_the_list_after_the_days_of_the_policy() {
        upToDate();
        assertThat(on("stuck")).isEmpty();
        backend.later(Duration.ofDays(14));
        assertThat(on("stuck")).containsExactly(AT_THE_SMS);
        assertThat(supervisor
                        .get("/v1/worklists/stuck?days=20")
                        .as(WorklistPage.class)
                        .rows())
                .isEmpty();
        assertThat(supervisor
                        .get("/v1/worklists/stuck?step=8")
                        .as(WorklistPage.class)
                        .rows())
                .hasSize(1);
        assertThat(supervisor
                        .get("/v1/worklists/stuck?step=3")
                        .as(WorklistPage.class)
                        .rows())
                .isEmpty();
        assertThat(supervisor
                        .get("/v1/worklists/stuck?office=LUX")
                        .as(WorklistPage.class)
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_row_says_who_had_the_file_last_and_who_has_it_open_now() {
        Caller officer = backend.as(Role.LETTER_OFFICER);
        assertThat(Steps.act(officer, AT_THE_SMS, "freeze", "", "Idempotency-Key", Steps.key())
                        .status())
                .isEqualTo(204);
        WorklistPage page = page(supervisor, "frozen");
        WorklistRow row = page.rows().getFirst();
        assertThat(row.lastBy()).isEqualTo("J. V.");
        assertThat(row.atWork()).isEqualTo("J. V.");
        assertThat(page.colleagues()).extracting(WorklistColleague::name).containsExactly("J. V.");
        String his = page.colleagues().getFirst().id();
        assertThat(supervisor
                        .get("/v1/worklists/frozen?agent=" + his)
                        .as(WorklistPage.class)
                        .rows())
                .hasSize(1);
        assertThat(supervisor
                        .get("/v1/worklists/frozen?agent=nobody")
                        .as(WorklistPage.class)
                        .rows())
                .isEmpty();
        officer.post("/v1/contacts/" + Steps.contact(officer, AT_THE_SMS, "counter") + "/close", "");
        Steps.open(supervisor, AT_THE_SMS);
        WorklistRow left = page(supervisor, "frozen").rows().getFirst();
        assertThat(left.atWork()).isNull();
        assertThat(left.lastBy()).isEqualTo("J. V.");
    }

    @Test
    void a_file_is_opened_from_a_list_and_the_trail_says_from_which() {
        upToDate();
        assertThat(Steps.openContact(agent, AT_THE_LETTER, "worklist access-requested")
                        .as(Contact.class)
                        .reason()
                        .worklist())
                .contains(Worklist.ACCESS_REQUESTED);
        assertThat(Steps.openContact(agent, AT_THE_SMS, "worklist of-mine").problem())
                .isEqualTo("invalid-request");
        assertThat(trail()).anySatisfy(row -> {
            assertThat(row.act()).isEqualTo(AuditAct.CONTACT_OPENED.key());
            assertThat(row.reason()).isEqualTo("worklist access-requested");
        });
    }

    @Test
    void each_page_leaves_its_row_in_the_trail_and_counts_leave_none() {
        upToDate();
        int before = trail().size();
        supervisor.get("/v1/worklists");
        on("access-requested");
        assertThat(trail()).hasSize(before + 1);
        assertThat(trail().getFirst().outcome()).isEqualTo("access-requested, 1 rows");
    }

    /** Of people: what is reported goes on meanwhile. */
    private List<AuditEntry> trail() {
        return backend.stored(tx -> tx.audit().page(null, null, 500)).entries().stream()
                .filter(entry -> entry.role() != Role.PROCESS)
                .toList();
    }

    @Test
    void nobody_reads_the_lists_of_an_office_for_which_they_do_not_act() {
        upToDate();
        assertThat(page(agent, "stuck?days=1").rows()).isEmpty();
        assertThat(agent.get("/v1/worklists").as(WorklistCounts.class).of(Worklist.ACCESS_REQUESTED))
                .isZero();
        Caller.Answered elsewhere = agent.get("/v1/worklists/stuck?office=LUX", "Accept-Language", "en");
        assertThat(elsewhere.problem()).isEqualTo("not-allowed");
        assertThat(elsewhere.body().utf8()).contains("for which you do not act");
    }

    @Test
    void there_is_no_list_of_another_name_and_those_of_letters_are_the_letter_desks() {
        assertThat(supervisor.get("/v1/worklists/everybody").problem()).isEqualTo("not-found");
        assertThat(backend.as(Role.LETTER_OFFICER).get("/v1/worklists/to-print").problem())
                .isEqualTo("not-found");
        assertThat(agent.get("/v1/worklists").as(WorklistCounts.class).lists())
                .extracting(WorklistCount::list)
                .doesNotContain("to-print", "to-post")
                .contains("access-requested", "frozen");
        for (String wrong : List.of("after=x", "sort=name", "step=17", "days=0", "office=ROM")) {
            assertThat(supervisor.get("/v1/worklists/stuck?" + wrong).problem())
                    .as(wrong)
                    .isEqualTo("invalid-request");
        }
    }

    @Test
    void of_one_agent_so_many_pages_are_answered_in_an_hour() {
        backend.close();
        backend = new RunningBackend(folder.resolve("limited"), Map.of("limits.worklists", "3"));
        agent = backend.as(Role.AGENT);
        supervisor = backend.as(Role.SUPERVISOR);
        for (int i = 0; i < 3; i++) {
            on("stuck");
        }
        assertThat(supervisor.get("/v1/worklists/stuck").problem()).isEqualTo("too-many-requests");
        assertThat(supervisor.get("/v1/worklists").status()).isEqualTo(200);
    }

    @Test
    void a_list_is_read_page_by_page_in_any_order_and_nobody_is_left_out_or_told_twice() {
        Crowd.wait(backend, OfficeCode.BRU, 120, Event.AccessRequested::new);
        for (String sort : List.of("oldest", "newest", "due", "step")) {
            List<String> read = new ArrayList<>();
            WorklistPage page =
                    agent.get("/v1/worklists/access-requested?sort=" + sort).as(WorklistPage.class);
            while (true) {
                page.rows().forEach(row -> read.add(row.pensionerId()));
                String next = page.next();
                if (next == null) {
                    break;
                }
                page = agent.get("/v1/worklists/access-requested?sort=" + sort + "&after=" + next)
                        .as(WorklistPage.class);
            }
            assertThat(page.cut()).isFalse();
            assertThat(read).as(sort).hasSize(120);
            assertThat(new HashSet<>(read)).hasSize(120);
        }
        WorklistPage first = page(agent, "access-requested");
        List<Instant> since = first.rows().stream().map(WorklistRow::since).toList();
        assertThat(since).isSorted();
        String third = first.rows().get(2).cursor();
        assertThat(agent.get("/v1/worklists/access-requested?after=" + third)
                        .as(WorklistPage.class)
                        .rows()
                        .getFirst()
                        .pensionerId())
                .isEqualTo(first.rows().get(3).pensionerId());
    }

    @Test
    void a_list_is_read_no_further_than_its_first_thousand() {
        Crowd.wait(backend, OfficeCode.BRU, 1_020, Event.AccessRequested::new);
        int read = 0;
        String after = "";
        WorklistPage page;
        do {
            page = agent.get("/v1/worklists/access-requested" + after).as(WorklistPage.class);
            read += page.rows().size();
            after = "?after=" + page.next();
        } while (page.next() != null);
        assertThat(read).isEqualTo(1_000);
        assertThat(page.cut()).isTrue();
        assertThat(agent.get("/v1/worklists").as(WorklistCounts.class).of(Worklist.ACCESS_REQUESTED))
                .isEqualTo(1_020);
    }
}
