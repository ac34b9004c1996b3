package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.NUMBER_AT_THE_LETTER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.Role;
import eu.guichet.contract.ScanRequest;
import eu.guichet.process.LetterReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class LetterDeskTest {
    private static final String KEYS = "1234567890QWERTYUIOPASDFGHJKLZXCVBNM";
    private static final String AZERTY = "&é\"'(-è_çàAZERTYUIOPQSDFGHJKLWXCVBN?";

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller officer;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        officer = backend.as(Role.LETTER_OFFICER);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    /** As the scanner types it on the desk's AZERTY layout. */
    private Caller.Answered scan(String printed) {
        StringBuilder typed = new StringBuilder();
        printed.chars().forEach(key -> typed.append(AZERTY.charAt(KEYS.indexOf(key))));
        return officer.post(
                "/v1/letter-desk/scans", ContractJson.mapper().writeValueAsString(new ScanRequest(typed.toString())));
    }

    private LetterDeskRow scanned(String printed) {
        Caller.Answered found = scan(printed);
        assertThat(found.status()).as(found.body().utf8()).isEqualTo(200);
        return found.as(LetterDeskRow.class);
    }

    private LetterState tell(LetterDeskRow row, String patch) {
        Caller.Answered told = officer.patch("/v1/letters/" + row.id(), patch);
        assertThat(told.status()).as(told.body().utf8()).isEqualTo(200);
        return told.as(Letter.class).state();
    }

    private static String bars(Letter letter) {
        return LetterReference.parse(letter.reference()).orElseThrow().bare();
    }

    private LetterDeskCounts counts() {
        return officer.get("/v1/letter-desk").as(LetterDeskCounts.class);
    }

    @Test
    void a_letter_goes_its_whole_way_by_scans_alone() throws IOException {
        Letter first = Steps.letter(agent);
        Steps.print(agent, first);
        assertThat(counts().toPost()).isEqualTo(1);
        LetterDeskRow toPost = scanned(bars(first));
        assertThat(toPost.stage()).isEqualTo(LetterDeskStage.TO_POST);
        assertThat(toPost.name()).isEqualTo("NØRGÅRD Søren");
        assertThat(tell(toPost, "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}"))
                .isEqualTo(LetterState.POSTED);
        backend.later(Duration.ofDays(20));
        assertThat(counts().overdue()).isEqualTo(1);
        LetterDeskRow cameBack = scanned("RR473124829BE");
        assertThat(cameBack.stage()).isEqualTo(LetterDeskStage.OVERDUE);
        assertThat(tell(cameBack, "{\"state\":\"RETURNED\",\"on\":\"2026-12-13\",\"reason\":\"UNCLAIMED\"}"))
                .isEqualTo(LetterState.RETURNED);
        assertThat(counts().returned()).isEqualTo(1);

        Letter second = Steps.letter(agent);
        String code = Paper.code(Steps.print(agent, second));
        tell(scanned(bars(second)), "{\"state\":\"POSTED\",\"itemNumber\":\"RR123456785BE\",\"on\":\"2026-12-13\"}");
        backend.later(Duration.ofDays(2));
        assertThat(tell(scanned("RR123456785BE"), "{\"state\":\"RECEIVED\",\"on\":\"2026-12-14\"}"))
                .isEqualTo(LetterState.RECEIVED);
        Instant entered = RunningBackend.NINE_OCLOCK.plus(Duration.ofDays(22));
        assertThat(backend.as(Role.PROCESS)
                        .post(
                                "/v1/process-events",
                                "{\"type\":\"confirmation-code-entered\",\"eventId\":\"e1\",\"pensionNumber\":\""
                                        + NUMBER_AT_THE_LETTER + "\",\"occurredAt\":\"" + entered + "\",\"code\":\""
                                        + code + "\"}")
                        .json()
                        .asString())
                .isEqualTo("CODE_ACCEPTED");
        assertThat(Steps.open(agent, AT_THE_LETTER).state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(scanned(bars(second)).state()).isEqualTo(LetterState.REDEEMED);
        assertThat(scanned(bars(first)).stage()).isNull();
    }

    @Test
    void a_list_is_read_page_by_page_and_there_is_no_list_of_another_name() {
        Letter letter = Steps.letter(agent);
        Steps.print(agent, letter);
        LetterDeskPage page = officer.get("/v1/letter-desk/to-post").as(LetterDeskPage.class);
        assertThat(page.rows()).extracting(LetterDeskRow::reference).containsExactly(letter.reference());
        assertThat(page.next()).isNull();
        assertThat(officer.get("/v1/letter-desk/everything").problem()).isEqualTo("not-found");
        assertThat(officer.get("/v1/letter-desk/to-post?after=x").problem()).isEqualTo("invalid-request");
    }

    @Test
    void rows_are_masked_as_the_file_is() {
        Steps.print(agent, Steps.letter(agent));
        String page = officer.get("/v1/letter-desk/to-post").body().utf8();
        assertThat(page).contains("L-••••").doesNotContain("1855", "rue du Test", NUMBER_AT_THE_LETTER);
    }

    @Test
    void the_letter_desk_is_for_letter_officers_and_supervisors() {
        for (Role role : Role.values()) {
            boolean may = role == Role.LETTER_OFFICER || role == Role.SUPERVISOR;
            assertThat(backend.as(role).get("/v1/letter-desk").status())
                    .as("%s", role)
                    .isEqualTo(may ? 200 : 403);
        }
    }

    @Test
    void a_scan_that_cannot_be_read_is_told_in_a_sentence() {
        Caller.Answered refused =
                officer.post("/v1/letter-desk/scans", "{\"scanned\":\"4711\"}", "Accept-Language", "en");
        assertThat(refused.problem()).isEqualTo("invalid-request");
        assertThat(refused.json().path("detail").asString()).startsWith("This scan cannot be read.");
    }

    @Test
    void the_posting_list_of_a_day_comes_as_csv_and_as_pdf() throws IOException {
        Letter letter = Steps.letter(agent);
        Steps.print(agent, letter);
        tell(scanned(bars(letter)), "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}");
        String path = "/v1/letter-desk/posting-list/2026-11-23";
        Caller.Answered csv = officer.get(path, "Accept", "text/csv");
        assertThat(csv.body().string(UTF_8))
                .isEqualTo(
                        "number,reference,item,name\r\n1," + letter.reference() + ",RR473124829BE,NØRGÅRD Søren\r\n");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"posting-list-2026-11-23.csv\"");
        Caller.Answered pdf = officer.get(path, "Accept", "application/pdf", "Accept-Language", "en");
        assertThat(Paper.text(pdf).replace('\u00a0', ' '))
                .contains(letter.reference(), "NØRGÅRD Søren", "23 November 2026", "For the post");
        assertThat(officer.get("/v1/letter-desk/posting-list/yesterday").problem())
                .isEqualTo("not-found");
    }

    @Test
    void a_posting_is_taken_back_once_and_says_why() {
        Letter letter = Steps.letter(agent);
        Steps.print(agent, letter);
        LetterDeskRow row = scanned(bars(letter));
        tell(row, "{\"state\":\"POSTED\",\"itemNumber\":\"RR473124829BE\",\"on\":\"2026-11-23\"}");
        String path = "/v1/letters/" + row.id() + "/corrections";
        assertThat(officer.post(path, "{\"reason\":\"wrong envelope\"}").problem())
                .isEqualTo("idempotency-key-required");
        assertThat(officer.post(path, "{\"reason\":\"no\"}", "Idempotency-Key", Steps.key())
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(agent.post(path, "{\"reason\":\"wrong envelope\"}", "Idempotency-Key", Steps.key())
                        .problem())
                .isEqualTo("not-allowed");
        String key = Steps.key();
        for (int i = 0; i < 2; i++) {
            Caller.Answered corrected = officer.post(path, "{\"reason\":\"wrong envelope\"}", "Idempotency-Key", key);
            assertThat(corrected.as(Letter.class).state()).isEqualTo(LetterState.PRINTED);
            assertThat(corrected.as(Letter.class).itemNumber()).isNull();
        }
        assertThat(Steps.open(agent, AT_THE_LETTER).timeline().getFirst().text())
                .contains("wrong envelope");
    }
}
