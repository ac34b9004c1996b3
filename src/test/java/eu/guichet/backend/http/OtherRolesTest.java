package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static eu.guichet.backend.http.RunningBackend.NUMBER_AT_THE_LETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.LockedVerification;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class OtherRolesTest {
    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller officer;
    private Caller process;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        officer = backend.as(Role.LETTER_OFFICER);
        process = backend.as(Role.PROCESS);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void the_letter_officer_records_what_the_post_did() {
        Letter letter = Steps.letter(agent);
        String path = "/v1/letters/" + letter.id();
        String posted = "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}";
        assertThat(officer.patch(path, posted).problem()).as("not printed yet").isEqualTo("invalid-request");
        Steps.print(agent, letter);
        assertThat(officer.patch(path, posted.replace("829BE", "820BE")).problem())
                .as("wrong check digit")
                .isEqualTo("invalid-request");
        assertThat(officer.patch(path, posted).as(Letter.class).state()).isEqualTo(LetterState.POSTED);
        assertThat(officer.patch(path, "{\"state\":\"RECEIVED\",\"on\":\"2026-11-23\"}")
                        .as(Letter.class)
                        .state())
                .isEqualTo(LetterState.RECEIVED);
        assertThat(officer.patch(path, "{\"state\":\"RETURNED\",\"on\":\"2026-11-23\",\"reason\":\"MOVED\"}")
                        .as(Letter.class)
                        .state())
                .isEqualTo(LetterState.RETURNED);
    }

    @Test
    void what_the_post_did_recorded_again_answers_the_same_and_a_contradiction_says_why_it_is_refused() {
        Letter letter = Steps.letter(agent);
        Steps.print(agent, letter);
        String path = "/v1/letters/" + letter.id();
        String posted = "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}";
        Caller.Answered first = officer.patch(path, posted);
        Caller.Answered again = officer.patch(path, posted);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        Caller.Answered refused = officer.patch(path, posted.replace("473124829", "123456785"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("action-closed");
        assertThat(refused.json().path("detail").asString()).contains("déjà enregistrée comme postée");
    }

    @Test
    void the_supervisor_and_the_auditor_read_who_did_what_and_why() {
        Steps.open(agent, AT_THE_SMS);
        Steps.verify(agent, AT_THE_SMS);
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
        for (Role role : new Role[] {Role.SUPERVISOR, Role.AUDITOR}) {
            AuditPage page =
                    backend.as(role).get("/v1/audit?pensioner=" + AT_THE_SMS).as(AuditPage.class);
            assertThat(page.entries())
                    .extracting(AuditEntry::act)
                    .contains("file-read", "verification", "message-sent");
            assertThat(page.entries())
                    .filteredOn(entry -> entry.act().equals("file-read"))
                    .extracting(AuditEntry::reason)
                    .containsExactly("counter");
        }
        assertThat(backend.as(Role.AUDITOR).get("/v1/audit?before=x").problem()).isEqualTo("invalid-request");
    }

    @Test
    void what_is_done_within_a_contact_is_recorded_with_the_reason_of_the_contact() {
        Steps.open(agent, AT_THE_SMS);
        Steps.verify(agent, AT_THE_SMS);
        AuditPage page = backend.as(Role.AUDITOR)
                .get("/v1/audit?pensioner=" + AT_THE_SMS)
                .as(AuditPage.class);
        assertThat(page.entries())
                .filteredOn(entry -> entry.act().equals("verification"))
                .extracting(AuditEntry::reason)
                .containsExactly("counter");
    }

    @Test
    void whoever_asks_for_what_the_role_may_not_do_stands_in_the_trail() {
        assertThat(officer.get("/v1/audit").status()).isEqualTo(403);
        assertThat(agent.get("/v1/verification-locks").status()).isEqualTo(403);
        AuditPage page = backend.as(Role.AUDITOR).get("/v1/audit").as(AuditPage.class);
        assertThat(page.entries())
                .filteredOn(entry -> entry.act().equals("access-refused"))
                .extracting(AuditEntry::agentId, AuditEntry::outcome)
                .containsExactly(
                        tuple("agent-1", "GET /v1/verification-locks"), tuple("letter-officer-1", "GET /v1/audit"));
    }

    @Test
    void the_trail_is_narrowed_by_agent_and_by_day_and_reading_it_is_recorded() {
        Steps.open(agent, AT_THE_SMS);
        Caller auditor = backend.as(Role.AUDITOR);
        assertThat(auditor.get("/v1/audit?agent=agent-1").as(AuditPage.class).entries())
                .isNotEmpty()
                .allMatch(entry -> entry.agentId().equals("agent-1"));
        assertThat(auditor.get("/v1/audit?on=2001-01-01").as(AuditPage.class).entries())
                .isEmpty();
        assertThat(auditor.get("/v1/audit?agent=auditor-1").as(AuditPage.class).entries())
                .extracting(AuditEntry::act)
                .contains("audit-read");
        assertThat(auditor.get("/v1/audit?on=tomorrow").problem()).isEqualTo("invalid-request");
    }

    @Test
    void the_trail_is_narrowed_by_office_act_and_period_and_a_slip_in_them_is_told() {
        Steps.open(agent, AT_THE_SMS);
        Caller auditor = backend.as(Role.AUDITOR);
        assertThat(trail(auditor, "act=file-read")).containsOnly("file-read");
        assertThat(trail(auditor, "act=file-read&office=BRU&from=2026-11-23&until=2026-11-23"))
                .containsOnly("file-read");
        assertThat(trail(auditor, "office=ISP")).isEmpty();
        assertThat(trail(auditor, "from=2026-11-24")).isEmpty();
        assertThat(trail(auditor, "until=2026-11-22")).isEmpty();
        assertThat(auditor.get("/v1/audit?act=file-reed").problem()).isEqualTo("invalid-request");
        assertThat(auditor.get("/v1/audit?office=PAR").problem()).isEqualTo("invalid-request");
        assertThat(auditor.get("/v1/audit?until=2026-02-30").problem()).isEqualTo("invalid-request");
    }

    private static List<String> trail(Caller caller, String filters) {
        return caller.get("/v1/audit?" + filters).as(AuditPage.class).entries().stream()
                .map(AuditEntry::act)
                .toList();
    }

    @Test
    void the_trail_of_one_contact_shows_all_that_was_done_in_it_and_nothing_of_another() {
        String contact = Steps.contact(agent, AT_THE_SMS, "counter");
        String other = Steps.contact(agent, AT_THE_LETTER, "call");
        Steps.verify(agent, AT_THE_SMS);
        Steps.open(agent, AT_THE_LETTER);
        Steps.open(agent, AT_THE_SMS);
        Caller auditor = backend.as(Role.AUDITOR);
        assertThat(auditor.get("/v1/audit?contact=" + contact)
                        .as(AuditPage.class)
                        .entries())
                .allMatch(entry -> contact.equals(entry.contactId()) && AT_THE_SMS.equals(entry.pensionerId()))
                .extracting(AuditEntry::act)
                .containsExactly("file-read", "verification", "contact-opened");
        assertThat(auditor.get("/v1/audit?contact=" + other).as(AuditPage.class).entries())
                .extracting(AuditEntry::act)
                .containsExactly("file-read", "contact-opened");
        assertThat(auditor.get("/v1/audit?contact=" + contact + "&pensioner=" + AT_THE_LETTER)
                        .as(AuditPage.class)
                        .entries())
                .isEmpty();
        assertThat(auditor.get("/v1/audit?contact=" + "c".repeat(65)).problem()).isEqualTo("invalid-request");
    }

    @Test
    void a_day_of_the_trail_is_a_day_in_the_office_wherever_the_policy_counts_its_days() {
        backend.close();
        backend = new RunningBackend(folder.resolve("elsewhere"), Map.of("zone", "Pacific/Auckland"));
        backend.later(Duration.ofMinutes(14 * 60 + 30)); // 23:30 in Luxembourg, the next morning in Auckland
        Steps.open(backend.as(Role.AGENT), AT_THE_SMS);
        Caller auditor = backend.as(Role.AUDITOR);
        assertThat(auditor.get("/v1/audit?agent=agent-1&on=2026-11-23")
                        .as(AuditPage.class)
                        .entries())
                .extracting(AuditEntry::act)
                .contains("file-read");
        assertThat(auditor.get("/v1/audit?agent=agent-1&on=2026-11-24")
                        .as(AuditPage.class)
                        .entries())
                .isEmpty();
    }

    @Test
    void a_supervisor_ends_a_lock_with_a_reason_and_nobody_else_does() {
        Steps.open(agent, AT_THE_SMS);
        for (int miss = 0; miss < 5; miss++) {
            Steps.miss(agent, AT_THE_SMS);
        }
        Caller supervisor = backend.as(Role.SUPERVISOR);
        LockedVerification[] locked = supervisor.get("/v1/verification-locks").as(LockedVerification[].class);
        assertThat(locked)
                .singleElement()
                .matches(lock ->
                        lock.pensionerId().equals(AT_THE_SMS) && lock.agents().equals(List.of("M. D.")));
        String unlock = "/v1/pensioners/" + AT_THE_SMS + "/verification-unlocks";
        assertThat(agent.post(unlock, "{\"reason\":\"she is here\"}").problem()).isEqualTo("not-allowed");
        assertThat(supervisor.post(unlock, "{\"reason\":\" \"}").problem()).isEqualTo("invalid-request");
        assertThat(supervisor.post(unlock, "{\"reason\":\"she is here\"}").status())
                .isEqualTo(204);
        assertThat(supervisor.get("/v1/verification-locks").as(LockedVerification[].class))
                .isEmpty();
        Caller.Answered again = supervisor.post(unlock, "{\"reason\":\"she is here\"}");
        assertThat(again.problem()).isEqualTo("action-closed");
        assertThat(again.json().path("detail").asString()).contains("bloquée");
        Steps.verify(agent, AT_THE_SMS);
    }

    @Test
    void whoever_looks_at_the_locked_people_or_at_a_message_is_on_record() {
        Steps.verify(agent, AT_THE_SMS);
        String message = Steps.resend(agent, AT_THE_SMS, Steps.key()).header("Location");
        agent.get(message);
        backend.as(Role.SUPERVISOR).get("/v1/verification-locks");
        Caller auditor = backend.as(Role.AUDITOR);
        assertThat(auditor.get("/v1/audit?agent=agent-1").as(AuditPage.class).entries())
                .filteredOn(entry -> entry.act().equals("message-read"))
                .singleElement()
                .matches(entry -> AT_THE_SMS.equals(entry.pensionerId()));
        assertThat(auditor.get("/v1/audit?agent=supervisor-1")
                        .as(AuditPage.class)
                        .entries())
                .extracting(AuditEntry::act)
                .contains("locks-read");
    }

    @Test
    void the_auditor_changes_nothing_and_opens_no_file() {
        Caller auditor = backend.as(Role.AUDITOR);
        assertThat(auditor.get("/v1/pensioners/" + AT_THE_SMS, "Guichet-Reason", "call")
                        .problem())
                .isEqualTo("not-allowed");
        assertThat(auditor.post("/v1/search", "{\"query\":\"muller\",\"limit\":1}")
                        .problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void a_letter_that_is_on_no_paper_is_neither_received_nor_returned() {
        String path = "/v1/letters/" + Steps.letter(agent).id();
        for (String report : List.of(
                "{\"state\":\"RECEIVED\",\"on\":\"2026-11-23\"}",
                "{\"state\":\"RETURNED\",\"on\":\"2026-11-23\",\"reason\":\"MOVED\"}")) {
            assertThat(officer.patch(path, report).problem()).isEqualTo("invalid-request");
        }
        assertThat(Steps.open(agent, AT_THE_LETTER).letters().getFirst().state())
                .isEqualTo(LetterState.GENERATED);
    }

    @Test
    void the_process_reports_an_event_once() {
        String event = event("sign-in-started", "rcam-1", "");
        assertThat(process.post("/v1/process-events", event).json().asString()).isEqualTo("RECORDED");
        assertThat(process.post("/v1/process-events", event).json().asString()).isEqualTo("ALREADY_KNOWN");
    }

    @Test
    void the_process_says_what_it_reports_in_full() {
        Caller.Answered refused = process.post(
                "/v1/process-events",
                "{\"type\":\"letter-posted\",\"eventId\":\"p-1\",\"pensionNumber\":\"70010002\",\"occurredAt\":\"2026-11-23T07:00:00Z\"}");
        assertThat(refused.json().path("fields"))
                .extracting(fault -> fault.path("field").asString())
                .containsExactly("$.itemNumber", "$.letterReference", "$.on");
    }

    @Test
    void the_code_on_the_paper_confirms_and_nothing_else_does() throws IOException {
        Letter letter = Steps.letter(agent);
        String code = Paper.code(Steps.print(agent, letter));
        assertThat(entered("0000-0000-0000-0000", "wrong-1")).isEqualTo("CODE_REFUSED");
        assertThat(entered(code, "right-1")).isEqualTo("CODE_ACCEPTED");
        assertThat(Steps.open(agent, AT_THE_LETTER).state()).isEqualTo(EnrolmentState.CONFIRMED);
    }

    @Test
    void five_wrong_codes_lock_the_letter_and_then_the_right_one_is_refused() throws IOException {
        Letter letter = Steps.letter(agent);
        String code = Paper.code(Steps.print(agent, letter));
        String posted = "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}";
        assertThat(officer.patch("/v1/letters/" + letter.id(), posted).status()).isEqualTo(200);
        for (int i = 0; i < 5; i++) {
            assertThat(entered("0000-0000-0000-0000", "wrong-" + i)).isEqualTo("CODE_REFUSED");
        }
        assertThat(entered(code, "right-1")).isEqualTo("CODE_REFUSED");
        assertThat(Steps.open(agent, AT_THE_LETTER).letters().getFirst().state())
                .isEqualTo(LetterState.LOCKED);
    }

    private String entered(String code, String eventId) {
        return process.post("/v1/process-events", event("confirmation-code-entered", eventId, code))
                .json()
                .asString();
    }

    private static String event(String type, String id, String code) {
        String extra = code.isEmpty() ? "" : ",\"code\":\"" + code + "\"";
        return "{\"type\":\"" + type + "\",\"eventId\":\"" + id + "\",\"pensionNumber\":\"" + NUMBER_AT_THE_LETTER
                + "\",\"occurredAt\":\"2026-11-23T08:00:00Z\"" + extra + "}";
    }
}
